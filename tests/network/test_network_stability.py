"""The same graph gives the same network, groups and bytes: whatever the hash seed, whatever the order read."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from pcgraph.network import measure_partners
from pcgraph.network.louvain import compute_modularity, find_groups
from tests.conftest import ROOT
from tests.network.made import make_large

SIZES = {"partners": 120, "deliverables": 160, "links": 420, "areas": 5}
PRINT_ALL = f"""
from pcgraph.network import *
from pcgraph.render import render_records
from tests.network.made import make_large
found = measure_partners(make_large(**{SIZES}), sources=60)
for make in (to_partner_records, to_group_records, to_only_tie_records, to_measure_records):
    print(render_records(make(found), "md", width=None, color=False))
for one, other, data in found.projection.edges(data=True):
    print(one, other, data)
"""


def print_all(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    call = [sys.executable, "-c", PRINT_ALL]
    return subprocess.run(call, capture_output=True, check=True, cwd=ROOT, env=environment).stdout


def test_findings_are_the_same_bytes_under_any_hash_seed() -> None:
    first = print_all("0")
    assert len(first) > 10_000
    assert print_all("1") == first
    assert print_all("4242") == first


@pytest.mark.parametrize("turn", [1, 7, 100])
def test_groups_are_the_same_whatever_the_order_of_links(turn: int) -> None:
    parts = make_large(**SIZES)
    turned = replace(parts, parts=(*parts.parts[turn:], *parts.parts[:turn]))
    one, other = measure_partners(parts), measure_partners(turned)
    assert one.communities == other.communities
    assert list(one.partners) == list(other.partners)
    assert {iri: one.partners[iri].betweenness for iri in one.partners} == {
        iri: other.partners[iri].betweenness for iri in other.partners
    }


def test_groups_are_those_expected_on_every_machine() -> None:
    # A ring of four tables of four, one tie between each and the next: the tables are the groups.
    # 24 of 28 ties lie within, each table has 14 of 56 ends: 24/28 - 4 x (1/4)^2
    links: list[list[tuple[int, int]]] = [[] for _ in range(16)]
    for table in range(4):
        seats = range(4 * table, 4 * table + 4)
        pairs = [(one, other) for one in seats for other in seats if one < other]
        for one, other in [*pairs, (4 * table + 3, (4 * table + 4) % 16)]:
            links[one].append((other, 1))
            links[other].append((one, 1))
    for seed in range(10):
        groups = find_groups(links, seed=seed)
        assert groups == [table for table in range(4) for _ in range(4)]
        assert compute_modularity(links, groups) == pytest.approx(24 / 28 - 1 / 4)
