"""The bar that shows how far a reading has come: on a terminal only, and only where it takes long."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.cli.progress import Reading

FILE = Path("reports/t3 [final].pdf")


def test_reading_names_each_file_on_a_line_where_stderr_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Reading(1, delay_s=0) as reading:
        reading.show_file(FILE)
        reading.show_page(1, 100)
    assert capsys.readouterr() == ("", f"Reading {FILE}\n")


def test_reading_shows_no_bar_on_a_terminal_where_it_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    with Reading(1, is_terminal=True) as reading:
        reading.show_file(FILE)
        reading.show_page(100, 100)
    assert capsys.readouterr() == ("", "")


def test_reading_shows_a_bar_with_pages_on_a_terminal_where_it_takes_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with Reading(2, is_terminal=True, delay_s=0) as reading:
        reading.show_file(FILE)
        reading.show_page(37, 100)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Reading t3 [final].pdf (1 of 2)" in err
    assert "37/100" in err
