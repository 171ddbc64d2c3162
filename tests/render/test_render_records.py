"""Records as text formats, against output worked out by hand."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest

from pcgraph.errors import CallError
from pcgraph.render import FORMATS, render_records
from pcgraph.render.delimited import guard_formula
from pcgraph.render.plain_table import measure_text, wrap_text
from pcgraph.render.records import Records
from tests.render.samples import ATTACKS, WORKED, make_hostile_records


def render_text(records: Records, format_name: str, width: int | None = None) -> str:
    content = render_records(records, format_name, width=width, color=False)
    assert isinstance(content, str)
    return content


def test_table_aligns_columns_when_no_width_is_given() -> None:
    assert render_text(WORKED, "table") == (
        "Who leads what?\n"
        "\n"
        "Code   Wording             Actions  Done\n"
        "-----  ------------------  -------  ----\n"
        "T3.3   Knife crime, rural        3  yes\n"
        "T3.10                           12  no\n"
        'T3.2   Say "café"               -4\n'
        "\n"
        "Read so far: two documents.\n"
    )


def test_table_wraps_the_widest_column_when_narrow() -> None:
    words = "one two three four five six seven"
    records = Records("", (("a", "Id"), ("b", "Text")), (("T1", words),))
    # a few words are 24, beside them two for the id and two gaps of three: a table down to 32
    assert render_text(records, "table", 32) == (
        f"Id  Text\n--  {'-' * 28}\nT1  one two three four five six\n    seven\n"
    )


def test_table_stacks_its_cells_when_a_table_would_not_fit() -> None:
    words = "one two three four five six seven"
    records = Records(
        "Who?", (("a", "Id"), ("b", "Text"), ("c", "Gone")), (("T1", words, None), ("T2", "x", 3)), "Note."
    )
    # 2 + 24 + 4 and three gaps of three are 39
    assert "----" in render_text(records, "table", 39)
    assert render_text(records, "table", 38) == (
        "Who?\n\nId: T1\nText: one two three four five six\n  seven\n\nId: T2\nText: x\nGone: 3\n\nNote.\n"
    )


def test_table_says_none_when_it_is_too_narrow_for_its_headings() -> None:
    assert render_text(Records("", (("a", "Deliverable"), ("b", "Outcome")), ()), "table", 12) == "(none)\n"


@pytest.mark.parametrize("width", [38, 39])
def test_tables_take_the_same_form_with_and_without_color(width: int) -> None:
    records = Records("", (("a", "Id"), ("b", "Text"), ("c", "Gone")), (("T1", "word " * 9, 3),))
    plain = render_text(records, "table", width)
    colored = re.sub(r"\x1b\[[0-9;]*m", "", str(render_records(records, "table", width=width, color=True)))
    assert [re.search(r"Id +Text +Gone", text) is None for text in (plain, colored)] == [width == 38] * 2


def test_table_keeps_every_character_when_narrower_than_a_word() -> None:
    records = Records("", (("a", "A"), ("b", "B")), (("abcdefgh", "x"),))
    assert render_text(records, "table", 6) == "A:\n  abcd\n  efgh\nB: x\n"


def test_table_stays_within_width_when_cells_are_long() -> None:
    records = Records("t" * 70, (("a", "A"), ("b", "B")), (("word " * 40, "other " * 9),), "note " * 30)
    assert max(map(len, render_text(records, "table", 60).splitlines())) <= 60


def test_table_says_none_when_there_are_no_rows() -> None:
    assert render_text(Records("", (("a", "A"),), ()), "table") == "A\n-\n(none)\n"


def test_table_counts_terminal_cells_when_text_is_wide_or_combining() -> None:
    assert [measure_text(text) for text in ("abc", "日本", "e\u0301")] == [3, 4, 1]


def test_wrap_text_breaks_a_word_when_it_is_longer_than_the_line() -> None:
    assert wrap_text("ab abcdef", 4) == ["ab", "abcd", "ef"]


def test_table_drops_escape_characters_when_cells_hold_them() -> None:
    assert "\x1b" not in render_text(make_hostile_records(), "table", 80)


def test_color_table_fits_and_keeps_words_when_narrow() -> None:
    content = render_records(WORKED, "table", width=40, color=True)
    assert isinstance(content, str)
    assert "\x1b[" in content
    for word in ("Knife", "crime,", "rural", "T3.10", "documents."):
        assert word in content


def test_color_table_shows_markup_as_text_when_cells_hold_it() -> None:
    content = render_records(Records("[red]t", (("a", "[b]A"),), (("[link=x]y",),)), "table", width=60, color=True)
    assert isinstance(content, str)
    assert "[red]t" in content
    assert "[link=x]y" in content


def test_csv_follows_rfc_4180_when_cells_hold_commas_and_quotes() -> None:
    assert render_text(WORKED, "csv") == (
        "code,wording,actions,done\r\n"
        'T3.3,"Knife crime, rural",3,true\r\n'
        "T3.10,,12,false\r\n"
        'T3.2,"Say ""café""",-4,\r\n'
    )


def test_tsv_parts_by_tab_when_cells_hold_commas() -> None:
    assert render_text(WORKED, "tsv").splitlines()[1] == "T3.3\tKnife crime, rural\t3\ttrue"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\ufeff="])
def test_csv_guards_text_when_it_could_be_a_formula(start: str) -> None:
    text = render_text(Records("", (("a", "A"),), ((f"{start}cmd|' /C calc'!A0",),)), "csv")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == [f"'{start}cmd|' /C calc'!A0"]


def test_guard_formula_leaves_text_when_it_is_harmless() -> None:
    assert [guard_formula(text) for text in ("", "T3.3", "a=b", "5-1")] == ["", "T3.3", "a=b", "5-1"]


def test_csv_leaves_numbers_when_they_are_negative() -> None:
    assert render_text(Records("", (("a", "A"),), ((-4,), (-0.5,))), "csv") == "a\r\n-4\r\n-0.5\r\n"


def test_json_gives_an_object_a_row_when_read_back() -> None:
    assert json.loads(render_text(WORKED, "json"))[1:] == [
        {"code": "T3.10", "wording": None, "actions": 12, "done": False},
        {"code": "T3.2", "wording": 'Say "café"', "actions": -4, "done": None},
    ]


def test_json_is_valid_when_a_number_is_infinite() -> None:
    assert render_text(Records("", (("a", "A"),), ((float("inf"),),)), "json") == '[\n  {\n    "a": null\n  }\n]\n'


def test_json_keeps_every_character_when_text_is_hostile() -> None:
    text = render_text(make_hostile_records(), "json")
    assert [next(iter(row.values())) for row in json.loads(text)] == list(ATTACKS)
    assert "\x1b" not in text


def test_md_escapes_pipes_newlines_and_html_when_cells_hold_them() -> None:
    records = Records("A|B", (("a", "A"), ("n", "N")), (("x|y\n<b>&*z*", 1),), "note_")
    assert render_text(records, "md") == (
        "# A\\|B\n\n| A | N |\n| --- | ---: |\n| x\\|y<br>&lt;b&gt;&amp;\\*z\\* | 1 |\n\nnote\\_\n"
    )


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "xlsx"])
def test_text_formats_can_be_written_as_utf8_when_text_is_hostile(format_name: str) -> None:
    assert render_text(make_hostile_records(), format_name).encode("utf-8")


def test_render_records_refuses_when_the_format_is_unknown() -> None:
    with pytest.raises(CallError) as caught:
        render_records(WORKED, "pdf", width=None, color=False)
    assert caught.value.message == "There is no format 'pdf'."
    assert caught.value.hint == "Choose one of: table, csv, tsv, json, md, html, xlsx."


@pytest.mark.parametrize("format_name", ["table", "csv", "tsv", "json", "md"])
def test_text_formats_import_nothing_heavy_when_they_render(format_name: str) -> None:
    code = (
        "import sys; from pcgraph.render import Records, render_records; "
        f"render_records(Records('t', (('a', 'A'),), (('x',),)), {format_name!r}, width=80, color=False); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('rich', 'yaml', 'openpyxl', 'jinja2', 'pyvis', 'dataclasses', 'inspect', 'networkx', 'IPython')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_color_table_stacks_its_cells_when_a_table_would_not_fit() -> None:
    columns = tuple((name, name.capitalize()) for name in ("code", "wording", "lead", "document", "line"))
    words = "Continue to support partners in towns and villages"
    records = Records("Who?", columns, (("T1.1", words, "Superintendent, North", None, "52c3"),))
    narrow = re.sub(r"\x1b\[[0-9;]*m", "", str(render_records(records, "table", width=60, color=True)))
    lines = [" ".join(line.split()) for line in narrow.splitlines() if line.strip()]
    assert lines == ["Who?", "Code T1.1", f"Wording {words}", "Lead Superintendent, North", "Line 52c3"]
    wide = re.sub(r"\x1b\[[0-9;]*m", "", str(render_records(records, "table", width=120, color=True)))
    assert len([line for line in wide.splitlines() if line.strip()]) == 4
