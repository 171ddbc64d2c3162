"""The shapes over a made-up national graph: the fast path against pySHACL, both in memory, load told apart.

`python -m tests.bench checking 100000 1000000`; each engine runs in a process of its own, so that
its memory can be told. What is asked for is a ratio of 20 at a million triples.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from pyoxigraph import Store as Engine

from pcgraph.check.shacl import load_shapes, to_graph, validate_graph
from pcgraph.check.shape_reader import read_shapes
from pcgraph.check.shapes import find_faults
from pcgraph.store import Store, load_memory_store
from pcgraph.store.oxigraph import OxigraphStore
from pcgraph.store.write import Loader
from tests.bench.national import BASE, iter_national_nquads, iter_national_quads

SIZES = (100_000, 1_000_000)
ROUNDS = 3


class Timing(NamedTuple):
    """What one engine took.

    Attributes:
        load_s: Seconds until the graph was there.
        check_s: Seconds of the check alone, the shapes read already; of several the best.
        memory_mb: The process's highest memory.
        faults: How many faults it found.
    """

    load_s: float
    check_s: float
    memory_mb: int
    faults: int


def main(args: Sequence[str] = ()) -> None:
    """Print the times and ratios for each size; with an engine's name first, time it in this process.

    Args:
        args: Sizes in triples, or an engine of `ENGINES` and one size.
    """
    if args and args[0] in ENGINES:
        print(json.dumps(ENGINES[args[0]](int(args[1]))))
        return
    for size in map(int, args or SIZES):
        print_times(size, {name: time_alone(name, size) for name in ENGINES})


def print_times(size: int, times: dict[str, Timing]) -> None:
    """The table of one size."""
    shapes = read_shapes()
    rules = sum(len(part.constraints) for shape in shapes for part in (shape, *shape.properties))
    print(f"\n{len(shapes)} shapes with {rules} rules over {size:,} triples\n")
    peer = times["pySHACL"]
    for name, timing in times.items():
        print(
            f"  {name:<22} load {timing.load_s:7.2f} s   check {timing.check_s:8.2f} s   {timing.memory_mb:6,} MB"
            f"   {timing.faults:,} faults   {peer.check_s / timing.check_s:6.1f} x as fast as pySHACL"
        )


def time_alone(name: str, size: int) -> Timing:
    """Time an engine in a process of its own."""
    call = [sys.executable, "-m", "tests.bench.checking", name, str(size)]
    done = subprocess.run(call, check=True, capture_output=True, text=True)
    return Timing(*json.loads(done.stdout))


def time_memory(size: int) -> Timing:
    """The fast path over a store in memory."""
    text = "".join(iter_national_nquads(size))
    start = perf_counter()
    store = load_memory_store(text, base=BASE)
    return time_fast(store, perf_counter() - start)


def time_disk(size: int) -> Timing:
    """The fast path over a store on disk, opened read-only."""
    with tempfile.TemporaryDirectory() as name:
        start = perf_counter()
        loader = Loader(BASE)
        folder = loader.load(iter_national_quads(size), Path(name))
        store = OxigraphStore(Engine.read_only(str(folder)), BASE, graphs=loader.graphs)
        return time_fast(store, perf_counter() - start)


def time_fast(store: Store, load_s: float) -> Timing:
    """The fast path, the best of some rounds."""
    shapes = read_shapes()
    times = [time_call(lambda: find_faults(store, shapes)) for _ in range(ROUNDS)]
    return Timing(load_s, min(seconds for seconds, _ in times), get_memory(), times[0][1])


def time_reference(size: int) -> Timing:
    """PySHACL over an rdflib graph in memory, once: it takes minutes at a million triples."""
    store = load_memory_store("".join(iter_national_nquads(size)), base=BASE)
    start = perf_counter()
    graph = to_graph(store)
    load_s = perf_counter() - start
    del store
    shapes = load_shapes()
    check_s, faults = time_call(lambda: validate_graph(graph, shapes))
    return Timing(load_s, check_s, get_memory(), faults)


def time_call(call: Callable[[], Sequence[object]]) -> tuple[float, int]:
    """How long a call takes, and how many things it gives."""
    start = perf_counter()
    found = call()
    return perf_counter() - start, len(found)


def get_memory() -> int:
    """The highest memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


ENGINES: dict[str, Callable[[int], Timing]] = {
    "pySHACL": time_reference,
    "fast path in memory": time_memory,
    "fast path on disk": time_disk,
}

if __name__ == "__main__":
    main(sys.argv[1:])
