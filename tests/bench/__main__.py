"""`python -m tests.bench`: every benchmark, or the one that is named, such as `checking 100000`."""

import sys

from tests.bench import ask, checking, ingest, names, network, propose, readers, start

BENCHMARKS = {
    "start": start.main,
    "ingest": ingest.main,
    "readers": readers.main,
    "names": names.main,
    "checking": checking.main,
    "propose": propose.main,
    "network": network.main,
    "ask": ask.main,
}

chosen, *arguments = sys.argv[1:] or [""]
if chosen:
    BENCHMARKS[chosen](*([arguments] if arguments else []))
else:
    for run in BENCHMARKS.values():
        run()
