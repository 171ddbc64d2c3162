"""`pcgraph network export`: its files, the same bytes every time, and its errors."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.cli import network_export
from pcgraph.errors import CallError
from pcgraph.network.export import (
    FORMATS,
    NETWORK_NAMES,
    choose_network,
    export_network,
    make_network,
)
from pcgraph.store import Store, open_store
from tests.conftest import ROOT, Run

MADE = tuple(name for name in NETWORK_NAMES if name != "partner-partnership")
"""The networks of the dataset with a history, in which nobody is named as a member."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("export") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def test_formats_and_networks_of_the_command_are_those_of_the_library() -> None:
    assert tuple(FORMATS) == network_export.FORMATS
    assert network_export.NETWORKS == NETWORK_NAMES


PRINT_DIGESTS = """
import hashlib, sys
from pathlib import Path
from pcgraph.network.export import FORMATS, export_network
from pcgraph.network.leads import find_leads, to_lead_records
from pcgraph.network.suggest import suggest_partners, to_suggestion_records
from pcgraph.store import open_store
store = open_store(Path(sys.argv[1]))
for name in sys.argv[2:]:
    for format_name in FORMATS:
        content = export_network(store, format_name, network=name)
        print(name, format_name, hashlib.sha256(content).hexdigest())
for table in ("posts", "units", "bridges", "parted"):
    print(to_lead_records(find_leads(store), table))
print(to_suggestion_records(suggest_partners(store, one_sided=True)))
"""


def print_digests(seed: str, data: Path) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    call = [sys.executable, "-c", PRINT_DIGESTS, str(data), *MADE]
    return subprocess.run(call, capture_output=True, check=True, cwd=ROOT, env=environment, encoding="utf-8").stdout


def test_files_are_the_same_bytes_under_any_hash_seed(data: Path, store: Store) -> None:
    first = print_digests("0", data)
    assert f"partners gexf {hashlib.sha256(export_network(store, 'gexf', network='partners')).hexdigest()}" in first
    assert print_digests("1", data) == first
    assert print_digests("4242", data) == first


def test_real_networks_are_the_same_bytes_under_any_hash_seed(real_copy: Path) -> None:
    build_store(real_copy)
    assert print_digests("1", real_copy) == print_digests("7", real_copy)


@pytest.mark.parametrize("ending", ["graphml", "gexf", "json", "csv", "xlsx"])
def test_command_writes_what_the_file_ends_in(run: Run, data: Path, store: Store, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"network.{ending}"
    code, out, err = run("network", "export", file, "--data", data)
    assert (code, out) == (0, "")
    assert err == f"Wrote {file}\n"
    assert file.read_bytes() == export_network(store, ending, network=choose_network(ending))


def test_command_prints_text_where_no_file_is_named(run: Run, data: Path) -> None:
    options = ("--format", "csv", "--network", "lead-deliverable", "--theme", "T2", "--data", data)
    code, out, _ = run("network", "export", *options)
    assert code == 0
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["source_label"], row["target_code"], row["relation"]) == (
        "Corporate Services (post not given)",
        "T2.1",
        "leads",
    )


def test_command_takes_the_format_named_where_an_ending_says_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    for name in ("pairs.txt", "pairs.csv", "pairs"):
        assert run("network", "export", tmp_path / name, "-f", "csv", "--data", data)[0] == 0
    assert (tmp_path / "pairs.txt").read_bytes() == (tmp_path / "pairs.csv").read_bytes()


def test_command_refuses_a_format_that_contradicts_the_ending(run: Run, data: Path, tmp_path: Path) -> None:
    code, _, _ = run("network", "export", tmp_path / "a.gexf", "--format", "csv", "--data", data)
    assert (code, list(tmp_path.iterdir())) == (2, [])


def test_command_narrows_by_role(run: Run, data: Path) -> None:
    code, out, _ = run("network", "export", "-f", "csv", "--role", "funds", "--data", data)
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {(row["source_code"], row["target_identifier"]) for row in rows} == {
        ("westmarch-county-council", "2023-24/T2.2"),
        ("westmarch-county-council", "2024-25/T2.3"),
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            (),
            "Error: No format is named. Add --format, or name a file that ends in .graphml, .gexf, .json, .csv, .xlsx.",
        ),
        (("network.pdf",), "Error: Files that end in .pdf cannot be written."),
        (
            ("a.gexf", "--format", "csv"),
            "Error: --format csv contradicts the file's ending .gexf. Leave --format out, or name a file that ends "
            "in .csv.",
        ),
        (
            ("-f", "csv", "--network", "lead-deliverable", "--role", "funds"),
            "Error: --role says nothing of links between lead officers and what they lead.",
        ),
        (("a.csv", "--output", "b.csv"), "Error: FILE and --output both name a file. Give one of them."),
        (("-f", "csv", "--network", "people"), "Invalid value for '--network'"),
        (("-f", "csv", "--theme", "T9"), "Error: There is no theme “T9”."),
        (("-f", "csv", "--network", "plan", "--role", "funds"), "Error: --role says nothing of the plan as a whole."),
        (("-f", "csv", "--network", "plan", "--report", "t2-2023q2"), "Error: --report says nothing of the plan"),
        (("-f", "csv", "--network", "partner-partnership"), "Error: The papers read so far name no memberships."),
        (("-f", "csv", "--theme", "T1", "--role", "funds"), "Error: --role funds leaves the network empty"),
        (
            ("-f", "csv", "--network", "partner-outcome", "--stated-only"),
            "Error: --stated-only leaves the network empty",
        ),
    ],
)
def test_command_says_what_is_wrong(run: Run, data: Path, options: tuple[str, ...], message: str) -> None:
    code, out, err = run("network", "export", *options, "--data", data)
    assert (code, out) == (2, "")
    assert message in err


def test_library_refuses_unknown_formats_and_networks(store: Store) -> None:
    with pytest.raises(CallError, match="There is no format 'pdf'"):
        export_network(store, "pdf")
    with pytest.raises(CallError, match="There is no network 'people'"):
        make_network(store, "people")
