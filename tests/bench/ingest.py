"""Ingest and build: the real documents, and a made-up report that grows tenfold."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from pcgraph.build import build_store
from pcgraph.ingest import ingest
from tests.conftest import SOURCES

HEAD = """POLICE AND CRIME DELIVERY PLAN (2024-25)
COMMISSIONER'S STRATEGIC THEME 3 UPDATE (Qtr 2)
STATUS KEY and Results
THEME 3: CRIME
No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status
"""
ITEM = """{n}\tForce\tContinue to support the work number {n} of all partners\tG

Update 28.6.24: The team met {n} times and spent £{n}00 with the Safer Board (SB).

Further work will continue with partners in the county and the city.

"""


def measure(call: Callable[[], object]) -> float:
    """How many seconds a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def main() -> None:
    """Print times, and the cost of an item in a small and in a large report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if SOURCES.is_dir():
            data = folder / "real"
            print(
                f"\nIngest of the five documents  {measure(lambda: ingest(sorted(SOURCES.glob('*.txt')), data)):6.2f} s"
            )
            print(f"Build of their graph          {measure(lambda: build_store(data)):6.2f} s")
        costs = {count: measure_report(folder, count) / count for count in (1_000, 10_000)}
    print("\nA report of so many items, ingested:\n")
    for count, cost in costs.items():
        print(f"  {count:>6,} items {cost * count:7.2f} s   {cost / costs[1_000]:5.2f} x the cost of an item of 1,000")
    print(f"  highest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def measure_report(folder: Path, count: int) -> float:
    """The seconds that a report of so many items takes."""
    file = folder / f"report-{count}.txt"
    file.write_text(HEAD + "".join(ITEM.format(n=n) for n in range(1, count + 1)), encoding="utf-8")
    return measure(lambda: ingest([file], folder / f"data-{count}"))
