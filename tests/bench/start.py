"""Cold start: help and a canned query against a bare Python, an rdflib script and Jena's arq."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import PASS, PCGRAPH, print_ratios, time_calls
from tests.conftest import REAL_DATA, ROOT

QUERY = "leads-workload"
QUERY_FILE = ROOT / "queries" / "leads" / f"{QUERY}.rq"
RDFLIB_SCRIPT = """
import sys
from rdflib import Graph
graph = Graph().parse(sys.argv[1], format="turtle")
for row in graph.query(open(sys.argv[2], encoding="utf-8").read()):
    print(*row, sep="\\t")
"""
JARS = "jena-{arq,base,cmds,core,iri,shacl,tdb} slf4j-{api,nop} commons-{lang3,io,csv,codec,compress,cli} thrift guava"


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(shutil.copytree(REAL_DATA, Path(name) / "nottinghamshire"))
        subprocess.run([PCGRAPH, "build", "--data", str(data)], check=True, capture_output=True)
        turtle = Path(name) / "plan.ttl"
        subprocess.run(
            [PCGRAPH, "export", "turtle", "--data", str(data), "-o", str(turtle)], check=True, capture_output=True
        )
        calls = {
            "python -c pass": PASS,
            "pcgraph --help": [PCGRAPH, "--help"],
            f"pcgraph query {QUERY}": [PCGRAPH, "query", QUERY, "--data", str(data)],
            "the same query by an rdflib script": [sys.executable, "-c", RDFLIB_SCRIPT, str(turtle), str(QUERY_FILE)],
        }
        arq = find_arq(turtle)
        if arq:
            calls["the same query by Jena's arq"] = arq
        times = time_calls(calls)
    print_ratios("Cold start, whole process", times, "python -c pass")
    print_ratios("Cold start, against a canned query", times, f"pcgraph query {QUERY}")
    if not arq:
        print("  Jena's arq does not run on this machine.")


def find_arq(turtle: Path) -> list[str] | None:
    """A call of arq, from the path or from Debian's jars, if it answers; else None."""
    query = ["--data", str(turtle), "--query", str(QUERY_FILE)]
    java = shutil.which("java")
    names = subprocess.run(["bash", "-c", f"echo {JARS}"], capture_output=True, text=True, check=True).stdout.split()
    jars = ":".join(f"/usr/share/java/{name}.jar" for name in names)
    calls = [[found, *query]] if (found := shutil.which("arq")) else []
    calls += [[java, "-cp", jars, "arq.arq", *query]] if java else []
    return next(
        (call for call in calls if subprocess.run(call, capture_output=True, check=False).returncode == 0), None
    )
