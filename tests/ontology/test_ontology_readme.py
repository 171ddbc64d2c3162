"""The generated page of the ontology: fresh, the same bytes each time, examples true, diagrams sound."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcgraph.errors import OntologyError
from pcgraph.ontology_docs import to_ontology_readme, write_ontology_readme
from pcgraph.places import get_ontology_dir

ONTOLOGY = get_ontology_dir()
README = ONTOLOGY / "README.md"

MERMAID_LINES = (
    r"classDiagram",
    r"    direction LR",
    r"    class [A-Z][A-Za-z]+( \{)?",
    r"        [a-z]+ [a-z][A-Za-z0-9]*",
    r"    \}",
    r"    [A-Z][A-Za-z]+ <\|-- [A-Z][A-Za-z]+",
    r"    [A-Z][A-Za-z]+ --> [A-Z][A-Za-z]+ : [a-z][A-Za-z]*(, [a-z][A-Za-z]*)*",
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the ontology's Turtle files, to be spoilt."""
    for path in ONTOLOGY.glob("*.ttl"):
        shutil.copy(path, tmp_path)
    return tmp_path


def run_module(folder: Path, *, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    """`python -m pcgraph.ontology_docs FOLDER` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pcgraph.ontology_docs", str(folder)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        cwd=ONTOLOGY.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def get_diagrams() -> list[str]:
    """The Mermaid blocks of the page."""
    return re.findall(r"```mermaid\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def test_readme_is_what_the_generator_writes() -> None:
    fresh = to_ontology_readme(ONTOLOGY)
    assert README.read_bytes() == fresh.encode("utf-8"), "run `python -m pcgraph.ontology_docs`"


def test_module_writes_the_same_bytes_under_another_hash_seed(copied: Path) -> None:
    for seed in ("1", "4242"):
        assert run_module(copied, hash_seed=seed).returncode == 0
        assert (copied / "README.md").read_bytes() == README.read_bytes()


def test_readme_example_prints_what_the_readme_says() -> None:
    text = README.read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    said = re.search(r"it prints\n`(.+)`:", text)
    assert example
    assert said
    command = [sys.executable, "-c", example[1]]
    done = subprocess.run(command, cwd=ONTOLOGY.parent, capture_output=True, text=True, check=True)
    assert done.stdout == said[1] + "\n"


def test_readme_links_lead_to_places_in_the_page() -> None:
    text = README.read_text(encoding="utf-8")
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= set(re.findall(r'<a id="([^"]+)">', text))


def test_readme_table_rows_have_the_columns_of_their_header() -> None:
    for table in re.findall(r"(?:^\|.*\|\n)+", README.read_text(encoding="utf-8"), re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1, table[:80]


def test_diagram_lines_are_all_mermaid() -> None:
    diagrams = get_diagrams()
    assert diagrams
    for line in "".join(diagrams).splitlines():
        assert any(re.fullmatch(pattern, line) for pattern in MERMAID_LINES), line


def test_diagram_draws_only_boxes_that_it_declares_and_few_of_them() -> None:
    for diagram in get_diagrams():
        boxes = set(re.findall(r"^    class (\w+)", diagram, re.MULTILINE))
        ends = re.findall(r"^    (\w+) (?:-->|<\|--) (\w+)", diagram, re.MULTILINE)
        assert {end for pair in ends for end in pair} == boxes
        assert len(boxes) <= 8


def test_diagram_of_the_plan_draws_the_links_of_a_plan() -> None:
    arrows = re.findall(r"^    (\w+ --> \w+ : .+)$", get_diagrams()[0], re.MULTILINE)
    assert arrows == [
        "Deliverable --> Post : ledBy",
        "Deliverable --> Theme : inTheme",
        "ForceAction --> Deliverable : implements",
        "ForceAction --> Post : ledBy",
        "Measure --> Measure : partOfMeasure",
        "Outcome --> Measure : measuredBy",
        "Outcome --> Theme : inTheme",
        "Plan --> Plan : partOfPlan",
        "Theme --> Plan : inPlan",
    ]


def test_write_ontology_readme_writes_beside_the_turtle_files(copied: Path) -> None:
    assert write_ontology_readme(copied) == copied / "README.md"
    assert (copied / "README.md").read_text(encoding="utf-8").startswith("<!-- Generated")


def test_readme_is_refused_when_the_folder_holds_no_turtle(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"No Turtle file"):
        to_ontology_readme(tmp_path)


def test_readme_is_refused_when_a_file_is_not_turtle(copied: Path) -> None:
    (copied / "zz.ttl").write_text("@prefix a: <http://example.org/> .\na:b a:c .\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"zz\.ttl is not valid Turtle \(line 2\)"):
        to_ontology_readme(copied)


def test_readme_is_refused_when_a_file_is_not_utf8(copied: Path) -> None:
    (copied / "zz.ttl").write_bytes(b"# caf\xe9\n")
    with pytest.raises(OntologyError, match=r"zz\.ttl is not UTF-8"):
        to_ontology_readme(copied)


def test_readme_is_refused_when_a_term_lacks_a_definition(copied: Path) -> None:
    text = (copied / "posts.ttl").read_text(encoding="utf-8")
    text, changes = re.subn(r"    skos:definition \"The post of a lead officer.*\n", "", text)
    assert changes == 1
    (copied / "posts.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"pcg:Post has no skos:definition"):
        to_ontology_readme(copied)


def test_module_says_one_line_and_exits_2_when_the_folder_is_empty(tmp_path: Path) -> None:
    done = run_module(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"No Turtle file (*.ttl) in {tmp_path}. Name the ontology's folder.\n"
    assert list(tmp_path.iterdir()) == []
