"""A person's edit, addition or deletion wins; what a document changes elsewhere comes in."""

from __future__ import annotations

from pcgraph.model import Row, get_table
from pcgraph.tables.merge import iter_changes, merge_rows

CODES = get_table("codes")


def code(name: str, stands_for: str = "", note: str = "") -> Row:
    return {"code": name, "kind": "organisation", "stands_for": stands_for, "note": note}


def test_merge_takes_the_documents_change_of_an_untouched_cell() -> None:
    rows, conflicts = merge_rows(
        CODES, base=[code("VRU")], ours=[code("VRU", note="ours")], theirs=[code("VRU", "Violence Reduction Unit")]
    )
    assert rows == [code("VRU", "Violence Reduction Unit", "ours")]
    assert conflicts == []


def test_merge_keeps_the_persons_cell_and_lists_the_conflict_where_both_changed() -> None:
    rows, conflicts = merge_rows(CODES, base=[code("VRU", "A")], ours=[code("VRU", "B")], theirs=[code("VRU", "C")])
    assert rows == [code("VRU", "B")]
    assert [tuple(conflict) for conflict in conflicts] == [("codes", "VRU", "stands_for", "B", "C")]


def test_merge_keeps_a_deletion_an_addition_and_drops_what_no_document_says() -> None:
    rows, conflicts = merge_rows(
        CODES,
        base=[code("DEL"), code("GONE"), code("STAY")],
        ours=[code("GONE"), code("MINE"), code("STAY")],
        theirs=[code("DEL"), code("NEW"), code("STAY")],
    )
    assert [row["code"] for row in rows] == ["MINE", "NEW", "STAY"]
    assert conflicts == []


def test_merge_keeps_an_edited_row_that_no_document_says_any_more() -> None:
    rows, conflicts = merge_rows(CODES, base=[code("VRU")], ours=[code("VRU", note="mine")], theirs=[])
    assert rows == [code("VRU", note="mine")]
    assert [(conflict.ours, conflict.theirs) for conflict in conflicts] == [("edited by hand", "no longer stated")]


def test_merge_lists_a_deleted_row_that_the_documents_changed() -> None:
    rows, conflicts = merge_rows(CODES, base=[code("VRU")], ours=[], theirs=[code("VRU", "Unit")])
    assert rows == []
    assert [(conflict.ours, conflict.theirs) for conflict in conflicts] == [("deleted by hand", "changed")]


def test_changes_name_rows_and_cells_in_order() -> None:
    changes = iter_changes(CODES, before=[code("A"), code("B", "x")], after=[code("B", "y"), code("C", "z")])
    assert [(c.change, c.key, c.column, c.before, c.after) for c in changes] == [
        ("removed", "A", "", "", ""),
        ("changed", "B", "stands_for", "x", "y"),
        ("added", "C", "", "", "z"),
    ]
