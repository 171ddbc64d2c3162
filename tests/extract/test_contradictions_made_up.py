"""The made-up documents: every planted contradiction is found, and no other."""

from __future__ import annotations

import json

import pytest

from pcgraph.documents import read_document
from pcgraph.extract import Context, extract_document, find_kind
from tests.conftest import DOCUMENTS

STEMS = sorted(path.stem for path in DOCUMENTS.glob("*-t[0-9]-*.txt"))
FOUND_IN_NARRATIVES = {"total-wrong", "share-exceeds-whole", "date-order", "statements-disagree"}


@pytest.mark.parametrize("stem", STEMS)
def test_made_up_report_gives_its_planted_contradictions_and_no_others(stem: str) -> None:
    document = read_document(DOCUMENTS / f"{stem}.txt")
    claims = extract_document(document, kind=find_kind(document), context=Context(keep_duplicates=True))
    expected = json.loads((DOCUMENTS / f"{stem}.expected.json").read_text(encoding="utf-8"))["anomalies"]
    planted = sorted((code, f"{stem}/{place}") for code, place in expected if code in FOUND_IN_NARRATIVES)
    found = [(row["code"], row["subject"]) for row in claims.tables["anomalies"] if row["code"] in FOUND_IN_NARRATIVES]
    assert sorted(found) == planted
