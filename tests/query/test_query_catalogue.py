"""Headers are read strictly, and cached without ever being stale."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pcgraph.errors import QueryError
from pcgraph.places import get_queries_dir
from pcgraph.query.catalogue import load_catalogue
from pcgraph.query.docs import write_index
from pcgraph.query.files import SCOPES
from pcgraph.query.sparql_text import fill_parameters, find_projected

QUERY = """#+ title: Which things are there?
#+ asks: [what is there]
#+ params:
#+   thing: {type: Thing, help: any thing}
#+ columns: {thing: Thing}
SELECT ?thing
WHERE {
  VALUES ?thing { UNDEF } # param
  ?thing ?predicate ?value
}
ORDER BY ?thing
"""
CHECK = """#+ title: Things
#+ problem: It is there.
#+ why: It should not be.
#+ fix: Take it away.
#+ severity: info
#+ scope: [force-framework]
#+ about: Deliverable
SELECT ?entity ?label ?detail ?document ?line
WHERE { ?entity ?label ?detail . ?detail ?document ?line }
ORDER BY ?entity
"""


def write(root: Path, name: str, text: str) -> Path:
    file = root / f"{name}.rq"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+ asks:", "#+ ask:", "plan/q.rq line 2: unknown key ask; there are title, asks, params, columns."),
        ("#+ title: Which things are there?\n", "", "plan/q.rq line 1: title is missing or not text."),
        ("#+ columns: {thing: Thing}\n", "", "plan/q.rq line 1: columns must be a map such as {code: Code}."),
        (
            "{thing: Thing}",
            "{thing: Thing, other: Other}",
            "plan/q.rq line 5: column other is not selected: there is no ?other after SELECT.",
        ),
        (
            "SELECT ?thing",
            "SELECT ?thing (COUNT(?value) AS ?n)",
            "plan/q.rq line 5: ?n is selected, but columns gives it no heading.",
        ),
        (
            "# param",
            "",
            "plan/q.rq line 3: parameter thing has no line: VALUES ?thing { UNDEF } # param.",
        ),
        (
            "VALUES ?thing { UNDEF } # param",
            "VALUES ?thing { UNDEF } # param\n  VALUES ?post { UNDEF } # param",
            "plan/q.rq line 9: parameter post is not in the header's params.",
        ),
        ("type: Thing", "type: Person", "plan/q.rq line 3: parameter thing: type Person is none of Theme"),
        ("help: any thing", "helps: any thing", "plan/q.rq line 3: parameter thing: unknown key helps."),
        (", help: any thing", "", "plan/q.rq line 3: params.thing.help is missing or not text."),
        ("  thing: {type", "  data: {type", "plan/q.rq line 3: parameter data: the command has an option"),
        ("{type: Thing, help: any thing}", "Thing", "plan/q.rq line 3: parameter thing needs {type: …, help: …}."),
        ("[what is there]", "what is there", "plan/q.rq line 2: asks must be a list"),
        ("[what is there]", "[what is there", "plan/q.rq line 3: the header is not YAML"),
        ("#+ asks:", "#+ title: Again\n#+ asks:", "plan/q.rq line 2: title stands in line 1 already."),
        ("#+ title", "# title", "plan/q.rq line 1: the header is missing."),
    ],
)
def test_query_header_is_refused_with_file_and_line_when_it_is_wrong(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    write(tmp_path, "plan/q", QUERY.replace(old, new))
    with pytest.raises(QueryError) as caught:
        load_catalogue(tmp_path)
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("severity: info", "severity: bad", "checks/c.rq line 5: severity “bad” is none of error, warning, info."),
        ("force-framework", "framework", "checks/c.rq line 6: scope “framework” is none of strategic-framework"),
        ("#+ why: It should not be.\n", "", "checks/c.rq line 1: why is missing or not text."),
        ("SELECT ?entity ?label", "SELECT ?label ?entity", "checks/c.rq line 1: a check must select exactly ?entity"),
        ("#+ about", "#+ columns: {}\n#+ about", "checks/c.rq line 7: unknown key columns"),
    ],
)
def test_check_header_is_refused_with_file_and_line_when_it_is_wrong(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    write(tmp_path, "checks/c", CHECK.replace(old, new))
    with pytest.raises(QueryError) as caught:
        load_catalogue(tmp_path)
    assert caught.value.message.startswith(message)


def test_catalogue_refuses_two_queries_of_one_name(tmp_path: Path) -> None:
    write(tmp_path, "leads/q", QUERY)
    write(tmp_path, "plan/q", QUERY)
    with pytest.raises(QueryError, match="the topic leads has a query of this name already"):
        load_catalogue(tmp_path)


def test_catalogue_refuses_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    write(tmp_path, "plan/q", QUERY).write_bytes(b"#+ title: caf\xe9\n")
    with pytest.raises(QueryError, match=r"plan/q\.rq line 1: the file cannot be read"):
        load_catalogue(tmp_path)


def test_catalogue_says_when_its_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        load_catalogue(tmp_path / "none")


def test_catalogue_is_the_same_from_the_cache_as_from_the_files(tmp_path: Path) -> None:
    write(tmp_path, "plan/q", QUERY)
    write(tmp_path, "checks/c", CHECK)
    fresh = load_catalogue(tmp_path)
    assert (tmp_path / "__pycache__" / "headers.json").exists()
    assert load_catalogue(tmp_path) == fresh


def test_catalogue_is_read_from_the_cache_when_nothing_changed(tmp_path: Path) -> None:
    write(tmp_path, "plan/q", QUERY)
    load_catalogue(tmp_path)
    cache = tmp_path / "__pycache__" / "headers.json"
    cache.write_text(cache.read_text(encoding="utf-8").replace("Which things", "What things"), encoding="utf-8")
    assert load_catalogue(tmp_path).queries["q"].title == "What things are there?"


def test_catalogue_reads_again_when_a_file_changes_comes_or_goes(tmp_path: Path) -> None:
    file = write(tmp_path, "plan/q", QUERY)
    load_catalogue(tmp_path)
    file.write_text(QUERY.replace("Which", "What"), encoding="utf-8")
    assert load_catalogue(tmp_path).queries["q"].title == "What things are there?"
    write(tmp_path, "plan/r", QUERY)
    assert list(load_catalogue(tmp_path).queries) == ["q", "r"]
    file.unlink()
    assert list(load_catalogue(tmp_path).queries) == ["r"]


def test_catalogue_reads_again_when_only_the_time_of_change_differs(tmp_path: Path) -> None:
    file = write(tmp_path, "plan/q", QUERY)
    load_catalogue(tmp_path)
    file.write_text(QUERY.replace("Which", "Whose"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert load_catalogue(tmp_path).queries["q"].title == "Whose things are there?"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": "0"}', '{"version": 1, "stamp": {}}'])
def test_catalogue_ignores_a_damaged_cache(tmp_path: Path, content: str) -> None:
    write(tmp_path, "plan/q", QUERY)
    fresh = load_catalogue(tmp_path)
    (tmp_path / "__pycache__" / "headers.json").write_text(content, encoding="utf-8")
    assert load_catalogue(tmp_path) == fresh


def test_catalogue_ignores_a_cache_with_rows_of_another_shape(tmp_path: Path) -> None:
    write(tmp_path, "plan/q", QUERY)
    fresh = load_catalogue(tmp_path)
    file = tmp_path / "__pycache__" / "headers.json"
    cache = json.loads(file.read_text(encoding="utf-8"))
    cache["queries"] = [["q"]]
    file.write_text(json.dumps(cache), encoding="utf-8")
    assert load_catalogue(tmp_path) == fresh


def test_catalogue_is_read_without_a_cache_where_nothing_can_be_written(tmp_path: Path) -> None:
    write(tmp_path, "plan/q", QUERY)
    (tmp_path / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert list(load_catalogue(tmp_path).queries) == ["q"]


def test_catalogue_suggests_a_name_when_it_is_not_known() -> None:
    with pytest.raises(QueryError) as caught:
        load_catalogue().get_query("not-gren")
    assert (caught.value.message, caught.value.hint) == ("There is no query “not-gren”.", "Did you mean not-green?")
    with pytest.raises(QueryError, match="There is no check “xyz”") as caught:
        load_catalogue().get_check("xyz")
    assert caught.value.hint == "They are listed by: pcgraph check"


def test_checks_ask_for_the_kinds_of_document_that_their_header_names() -> None:
    for check in load_catalogue().checks.values():
        text = check.file.read_text(encoding="utf-8")
        body = text.partition("SELECT")[2]
        assert {kind for kind in SCOPES if f"pcg:{kind}" in body} == set(check.scope), check.name


def test_index_of_queries_is_fresh() -> None:
    shipped = (get_queries_dir() / "README.md").read_text(encoding="utf-8")
    assert shipped == write_index(load_catalogue()), "write it with: python -m pcgraph.query.docs"


def test_parameter_fills_each_of_its_lines_and_leaves_out_the_others() -> None:
    lines = ["{ VALUES ?x { UNDEF } }", *(f" VALUES ?{name} {{ UNDEF }} # param" for name in "aba")]
    text = "\n".join(lines)
    filled = fill_parameters(text, {"a": '"1"'})
    assert filled == '{ VALUES ?x { UNDEF } }\n VALUES ?a { "1" }\n\n VALUES ?a { "1" }'


def test_parameter_is_refused_when_the_query_has_none_of_that_name() -> None:
    with pytest.raises(QueryError, match="no parameter a"):
        fill_parameters("SELECT ?b { VALUES ?b { UNDEF } # param\n}", {"a": "1"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SELECT DISTINCT ?a ?b WHERE { SELECT ?c WHERE {} }", ["a", "b"]),
        ("# SELECT ?x WHERE\nSELECT (SUM(IF(?a, 1, 0)) AS ?n) ?b\nWHERE {}", ["n", "b"]),
        ("ASK { }", []),
    ],
)
def test_projected_variables_are_those_of_the_outer_select(text: str, names: list[str]) -> None:
    assert find_projected(text) == names
