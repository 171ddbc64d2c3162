"""The bar of a count: on a terminal only, and only where it takes long."""

from __future__ import annotations

import pytest

from pcgraph.cli.progress import Counting


def test_counting_shows_a_bar_on_a_terminal_where_it_takes_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with Counting("Comparing", "deliverables", is_terminal=True, delay_s=0) as counting:
        counting.show(37, 100)
    out, err = capsys.readouterr()
    assert out == ""
    assert all(word in err for word in ("Comparing", "37/100", "deliverables"))


@pytest.mark.parametrize(("is_terminal", "delay_s"), [(True, 60.0), (False, 0.0)])
def test_counting_shows_nothing_where_it_is_quick_or_no_terminal(
    is_terminal: bool, delay_s: float, capsys: pytest.CaptureFixture[str]
) -> None:
    with Counting("Comparing", "deliverables", is_terminal=is_terminal, delay_s=delay_s) as counting:
        counting.show(100, 100)
    assert capsys.readouterr() == ("", "")
