"""Measures of a made-up national network: 5,000 partners in 93,000 involvements, on one core; and published figures.

`python -m tests.bench.network`
"""

from __future__ import annotations

import csv
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from time import perf_counter, process_time

import networkx as nx

from pcgraph.network.betweenness import measure_betweenness
from pcgraph.network.bipartite import link_deliverables
from pcgraph.network.communities import find_communities
from pcgraph.network.louvain import compute_modularity, find_groups
from pcgraph.network.measures import measure_partners
from pcgraph.network.only_links import Blocks
from pcgraph.network.projection import project_partners
from pcgraph.network.read import read_parts
from pcgraph.network.summary import to_measure_records
from pcgraph.network.tables import to_group_records, to_only_tie_records, to_partner_records
from pcgraph.store import open_store
from tests.bench.ingest import measure
from tests.bench.timing import PCGRAPH
from tests.conftest import ROOT

PARTNERS = 5_000
INVOLVEMENTS = 93_000
FORCES = 43
DELIVERABLES = 320
"""Deliverables of each force: 64 a year over five years."""

PLAN, DOCUMENT = "2024-25", "framework"


def main() -> None:
    """Print times and memory of the made-up network, then the published figures beside ours."""
    compare_published()
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "national"
        write_dataset(data)
        print(f"\nBuild of {INVOLVEMENTS:,} involvements: {measure(lambda: build(data)):.1f} s\n")
        call = [sys.executable, "-m", "tests.bench.network", str(data)]
        subprocess.run(call, check=True, cwd=ROOT)


def build(data: Path) -> None:
    """Build the graph in a process of its own, so that its memory does not count."""
    subprocess.run([PCGRAPH, "build", "--data", str(data)], check=True, capture_output=True)


def write_dataset(data: Path) -> None:
    """Tables of all forces, some partners much busier than others, one in a hundred in all forces."""
    source = random.Random(6)  # noqa: S311
    shutil.copytree(ROOT / "tests" / "small", data, ignore=shutil.ignore_patterns("sources", ".pcgraph", "README.md"))
    common = PARTNERS // 100
    own = (PARTNERS - common) // FORCES
    everywhere = [f"national-{n:04}" for n in range(common)]
    local = [[f"force-{force:02}-{n:04}" for n in range(own)] for force in range(FORCES)]
    local[-1] += [f"force-{FORCES:02}-{n:04}" for n in range(PARTNERS - common - own * FORCES)]
    deliverables = [f"{PLAN}/T{force + 1}.{n + 1}" for force in range(FORCES) for n in range(DELIVERABLES)]
    chosen: set[tuple[str, str]] = set()
    weights = [[1 / (place + 1) ** 0.6 for place in range(len(names))] for names in (*local, everywhere)]
    while len(chosen) < INVOLVEMENTS:
        force = source.randrange(FORCES)
        code = deliverables[force * DELIVERABLES + source.randrange(DELIVERABLES)]
        is_common = source.random() < 0.06
        names = everywhere if is_common else local[force]
        chosen.add((code, source.choices(names, weights[-1 if is_common else force])[0]))
    write_tables(data, [*everywhere, *(name for names in local for name in names)], deliverables, sorted(chosen))


def write_tables(data: Path, partners: list[str], deliverables: list[str], chosen: list[tuple[str, str]]) -> None:
    """The six tables that the network needs; the others stay empty."""
    for table in data.glob("*.csv"):
        write_table(table, [])
    at = {"document": DOCUMENT, "line": "1"}
    document = {"id": DOCUMENT, "kind": "strategic-framework", "title": "Framework", "plan": PLAN}
    write_table(data / "documents.csv", [{**document, "filename": "framework.txt", "sha256": "0" * 64}])
    write_table(data / "plans.csv", [{"id": PLAN, "title": "Plan", "start": "2024-04-01", "end": "2025-03-31"}])
    themes = [{"id": f"{PLAN}/T{force + 1}", "title": f"Theme {force + 1}", **at} for force in range(FORCES)]
    write_table(data / "themes.csv", sorted(themes, key=lambda row: row["id"]))
    write_table(data / "deliverables.csv", sorted(map(to_deliverable, deliverables), key=lambda row: row["id"]))
    write_table(data / "entities.csv", [{"id": name, "kind": "partner", "name": name} for name in sorted(partners)])
    part = {"role": "delivers", "timing": "current", "status": "proposed", "by": "reading-a", **at}
    write_table(
        data / "involvements.csv",
        [{"subject": code, "entity": name, "surface": name, **part} for code, name in chosen],
    )


def to_deliverable(code: str) -> dict[str, str]:
    """A row of `deliverables`."""
    theme, _, number = code.partition(".")
    words = f"Deliver {number} of {theme}"
    return {
        "id": code,
        "plan": PLAN,
        "theme": theme,
        "number": number,
        "wording": words,
        "document": DOCUMENT,
        "line": "1",
    }


def write_table(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Rows under the header that the table has already."""
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def measure_all(data: Path) -> None:
    """Print how long each step takes on one core, all of them together, and the highest memory."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = perf_counter()
    parts = read_parts(open_store(data))
    read_s = perf_counter() - start
    found = measure_partners(parts)
    measured_s = perf_counter() - start - read_s
    makers = (to_partner_records, to_group_records, to_only_tie_records, to_measure_records)
    tables_s = measure(lambda: [make(found) for make in makers])
    whole_s, busy_s = perf_counter() - start, process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ties = found.projection.number_of_edges()
    print(f"{len(found.partners):,} partners, {len(parts.parts):,} involvements, {ties:,} ties, on one core:\n")
    print(f"  read from the graph    {read_s:6.2f} s")
    print(f"  all measures           {measured_s:6.2f} s")
    print(f"  tables with sentences  {tables_s:6.2f} s")
    print(
        f"  together               {whole_s:6.2f} s, {busy_s:.2f} s of them at work, highest memory {memory:.0f} MB\n"
    )
    print(f"  betweenness from {found.betweenness.sources} partners, give or take {found.betweenness.error:.4f}")
    groups = found.communities
    print(f"  {len(found.groups)} groups in {groups.runs} runs, modularity {groups.modularity:.3f}\n")
    print_steps(data)


def print_steps(data: Path) -> None:
    """How long each measure takes alone; NetworkX's own projection and Louvain beside ours."""
    graph = link_deliverables(read_parts(open_store(data)))
    projection = project_partners(graph)
    partners = [node for node, side in graph.nodes(data="side") if side == "partner"]
    place = {partner: i for i, partner in enumerate(projection)}
    links = [[place[other] for other in projection[partner]] for partner in projection]
    numbered = nx.relabel_nodes(projection, place)
    steps = {
        "projection": lambda: project_partners(graph),
        "  NetworkX's": lambda: nx.bipartite.weighted_projected_graph(graph, partners),
        "only links and ties": lambda: Blocks(projection).find_only_ties(),
        "betweenness, 100 sources": lambda: measure_betweenness(links, sources=100),
        "  NetworkX's own": lambda: nx.betweenness_centrality(numbered, k=100, seed=1),
        "groups, one run": lambda: find_communities(projection, runs=1),
        "  NetworkX's ": lambda: nx.community.louvain_communities(numbered, seed=1),
    }
    for name, step in steps.items():
        print(f"  {name:<26} {measure(step):6.2f} s")


def compare_published() -> None:
    """The karate club of W. W. Zachary (1977), the best known small network."""
    club = nx.karate_club_graph()
    links = [sorted(club[node]) for node in range(34)]
    shares = measure_betweenness(links).shares
    exact = nx.betweenness_centrality(club)
    weighed = [[(other, 1) for other in row] for row in links]
    runs = [find_groups(weighed, seed=seed) for seed in range(20)]
    best = max(compute_modularity(weighed, run) for run in runs)
    print("\nZachary's karate club                        ours   published or NetworkX\n")
    print(f"  betweenness of member 1                  {shares[0]:.4f}   {exact[0]:.4f}")
    print(f"  largest difference to NetworkX           {max(abs(exact[n] - shares[n]) for n in range(34)):.1e}")
    print(f"  modularity, best of 20 runs              {best:.4f}   0.4198 (the optimum, Brandes et al. 2008)")
    expected = len(set(nx.articulation_points(club)))
    print(f"  members who alone link others            {count_links(club)}        {expected}")


def count_links(club: nx.Graph[int]) -> int:
    """How many members alone link others."""
    named = nx.relabel_nodes(club, {node: f"{node:02}" for node in club})
    return len(Blocks(named).find_only_links())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure_all(Path(sys.argv[1]))
    else:
        main()
