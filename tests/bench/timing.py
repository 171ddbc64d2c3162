"""Timing whole processes: each call several times, turn by turn with its peers."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

ROUNDS = 15
PASS = [sys.executable, "-c", "pass"]
PCGRAPH = str(Path(sys.executable).with_name("pcgraph"))


def time_calls(calls: Mapping[str, Sequence[str]], *, rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each call in seconds; the calls take turns, so that a busy moment hits all.

    Raises:
        subprocess.CalledProcessError: A call fails.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for call in calls.values():
        subprocess.run(call, check=True, capture_output=True)  # warms the disk's cache
    for _ in range(rounds):
        for name, call in calls.items():
            start = perf_counter()
            subprocess.run(call, check=True, capture_output=True)
            times[name].append(perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def print_ratios(title: str, times: Mapping[str, float], peer: str) -> None:
    """A table of times and of their ratios to a peer's."""
    print(f"\n{title}\n")
    for name, seconds in times.items():
        print(f"  {name:<42} {seconds * 1000:9.1f} ms   {seconds / times[peer]:7.2f} x {peer}")
