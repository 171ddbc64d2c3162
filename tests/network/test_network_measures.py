"""Measures of a small network, each worked out by hand in the test."""

from __future__ import annotations

from math import sqrt

import pytest

from pcgraph.network import Findings, measure_partners, project_partners
from pcgraph.network.betweenness import measure_betweenness
from pcgraph.network.bipartite import link_deliverables
from pcgraph.network.only_links import OnlyTie
from pcgraph.network.roles import Position, choose_role
from tests.network.made import TWO_TABLES, make_large, make_parts


@pytest.fixture(scope="module")
def found() -> Findings:
    return measure_partners(make_parts(TWO_TABLES))


def test_reach_and_strength_count_partners_and_shared_deliverables(found: Findings) -> None:
    # Cedar: Ash, Birch, Dogwood over T1.1, T1.5, T1.2; Dogwood: Cedar, Elm, Fir over T1.2, T2.3
    measured = {iri: (one.reach, one.strength) for iri, one in found.partners.items()}
    assert measured == {
        "Cedar": (3, 3),
        "Dogwood": (3, 2),
        "Ash": (2, 2),
        "Birch": (2, 2),
        "Elm": (2, 1),
        "Fir": (2, 1),
        "Gorse": (0, 0),
    }
    assert list(found.partners) == ["Cedar", "Dogwood", "Ash", "Birch", "Elm", "Fir", "Gorse"]


def test_betweenness_is_the_share_of_pairs_linked_through_a_partner(found: Findings) -> None:
    # of the six others there are 6 x 5 / 2 = 15 pairs; every way from Ash or Birch to Dogwood, Elm or Fir
    # leads through Cedar: 2 x 3 = 6; every way from Ash, Birch or Cedar to Elm or Fir through Dogwood: 3 x 2 = 6
    shares = {iri: one.betweenness for iri, one in found.partners.items()}
    assert shares["Cedar"] == shares["Dogwood"] == pytest.approx(6 / 15)
    assert {shares[name] for name in ("Ash", "Birch", "Elm", "Fir", "Gorse")} == {0}
    assert found.betweenness.is_exact


def test_only_links_name_what_falls_off_without_them(found: Findings) -> None:
    # without Cedar: Ash, Birch | Dogwood, Elm, Fir; the smaller piece is what falls off
    cut_off = {iri: one.cut_off for iri, one in found.partners.items() if one.cut_off}
    assert cut_off == {"Cedar": (("Ash", "Birch"),), "Dogwood": (("Elm", "Fir"),)}
    # both sides of the tie have three; Cedar's comes first by name
    assert found.only_ties == (OnlyTie("Dogwood", "Cedar", ("2020/T1.2",), ("Ash", "Birch", "Cedar")),)


def test_components_and_density_are_of_the_whole_network(found: Findings) -> None:
    assert found.components == (("Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"), ("Gorse",))
    assert found.density == pytest.approx(7 / 21)  # seven ties of 7 x 6 / 2 pairs


def test_groups_are_the_two_tables(found: Findings) -> None:
    assert [group.members for group in found.groups] == [("Cedar", "Ash", "Birch"), ("Dogwood", "Elm", "Fir")]
    # of 5.5 weight 3 lies in the first group and 1.5 in the second; the strengths are 7 and 4 of 11:
    # 4.5/5.5 - (7/11)^2 - (4/11)^2 = (99 - 49 - 16)/121
    assert found.communities.modularity == pytest.approx(34 / 121)
    assert set(found.communities.sureness.values()) == {1.0}
    assert "Gorse" not in found.communities.number


def test_groups_are_named_by_what_members_share(found: Findings) -> None:
    first, second = found.groups
    # all three share T1.1 and T1.5, and nobody else does; T1.1 comes first by number and covers them all
    assert first.deliverables == (("2020/T1.1", 3), ("2020/T1.5", 3))
    assert first.name == "2020/T1.1 Words of T1.1"
    assert first.themes == (("2020/T1", 7),)  # Ash 2, Birch 2, Cedar 3
    assert second.themes == (("2020/T2", 3), ("2020/T1", 1))


def test_positions_say_how_ties_are_spread(found: Findings) -> None:
    # Cedar: 2 of its 3 within its group: 1 - (2/3)^2 - (1/3)^2 = 4/9; within, each member has 2: no deviation
    assert found.partners["Cedar"].position == Position(0.0, round(4 / 9, 6), (1, 2))
    assert found.partners["Dogwood"].position == Position(0.0, 0.5, (1, 2))
    roles = {iri: one.role for iri, one in found.partners.items()}
    assert [name for name, role in roles.items() if role == "bridge"] == ["Cedar", "Dogwood"]
    assert roles["Gorse"] == "alone"
    assert roles["Ash"] == "peripheral"


def test_hub_stands_out_in_its_group() -> None:
    # eight others each share one deliverable with Hub alone: Hub has 8, the others 1, the mean is 16/9;
    # one value among n equal others always lies √n deviations above the mean
    others = {f"Other {n}": [f"T1.{n}"] for n in range(1, 9)}
    found = measure_partners(make_parts({"Hub": [f"T1.{n}" for n in range(1, 9)], **others}))
    assert found.partners["Hub"].position == Position(round(sqrt(8), 6), 0.0, (1,))
    assert found.partners["Hub"].role == "hub and bridge"
    assert found.partners["Other 1"].role == "peripheral"


def test_role_follows_its_rule_at_the_limits() -> None:
    def role(deviation: float, participation: float, shared: int) -> str:
        return choose_role(Position(deviation, participation, (1,)), shared=shared, is_only_link=False)

    assert role(1.5, 0.0, 3) == "hub"
    assert role(1.5, 0.0, 2) == "peripheral"
    assert role(1.4, 0.5, 2) == "bridge"
    assert role(0.0, 0.5, 1) == "peripheral"


def test_betweenness_of_a_row_of_five() -> None:
    # a-b-c-d-e: b lies on a-c, a-d, a-e: 3 of 6 pairs; c on a-d, a-e, b-d, b-e: 4 of 6
    row = [[1], [0, 2], [1, 3], [2, 4], [3]]
    assert measure_betweenness(row).shares == pytest.approx((0, 3 / 6, 4 / 6, 3 / 6, 0))


def test_betweenness_shares_a_pair_between_two_ways() -> None:
    # in a square each corner carries one of two ways between its neighbours: half a pair of 3
    square = [[1, 3], [0, 2], [1, 3], [0, 2]]
    assert measure_betweenness(square).shares == pytest.approx((1 / 6,) * 4)


@pytest.mark.parametrize("seed", range(5))
def test_betweenness_of_a_sample_tells_its_error(seed: int) -> None:
    partners = project_partners(link_deliverables(make_large(partners=300, deliverables=400, links=1200, areas=6)))
    place = {partner: i for i, partner in enumerate(partners)}
    links = [[place[other] for other in partners[partner]] for partner in partners]
    exact, sampled = measure_betweenness(links), measure_betweenness(links, sources=100, seed=seed)
    assert (exact.is_exact, exact.error) == (True, 0)
    assert (sampled.sources, sampled.is_exact) == (100, False)
    off = [abs(one - other) for one, other in zip(exact.shares, sampled.shares, strict=True)]
    assert sum(one <= sampled.error for one in off) / len(off) >= 0.95
    assert sampled.error < max(exact.shares) / 2  # it says something


def test_membership_is_unsure_where_runs_differ() -> None:
    # Between sits at one table with each of two groups of three: either may take it
    groups = {"Ash": ["T1.1"], "Birch": ["T1.1"], "Cedar": ["T1.1", "T1.3"]}
    others = {"Dogwood": ["T1.2"], "Elm": ["T1.2"], "Fir": ["T1.2", "T1.4"]}
    found = measure_partners(make_parts({**groups, **others, "Between": ["T1.3", "T1.4"]}))
    sureness = found.communities.sureness
    assert 0 < sureness["Between"] < 1
    assert sureness["Ash"] == 1


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    measure_partners(make_parts(TWO_TABLES), on_progress=lambda done, total: told.append((done, total)))
    assert told == [(n, 27) for n in range(1, 28)]  # seven starting points, twenty runs
