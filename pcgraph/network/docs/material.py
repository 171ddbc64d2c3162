"""What the page of findings is made from, read from the tables alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pcgraph.graph import iter_nquads
from pcgraph.model import Row
from pcgraph.network.findings import Findings
from pcgraph.network.measures import measure_partners
from pcgraph.network.parts import Parts, Proof
from pcgraph.network.read import read_parts
from pcgraph.store import load_memory_store
from pcgraph.tables import Dataset


@dataclass(frozen=True, slots=True)
class Material:
    """What the page is made from.

    Attributes:
        tables: The rows of the dataset's tables.
        findings: All that is found of its network of partners.
    """

    tables: Mapping[str, Sequence[Row]]
    findings: Findings

    @property
    def parts(self) -> Parts:
        """What the network was made from."""
        return self.findings.parts

    def to_ids(self, things: Iterable[str]) -> list[str]:
        """The ids of things given by IRI."""
        return [self.parts.things[iri].id for iri in things]

    def to_names(self, partners: Iterable[str]) -> list[str]:
        """The names of partners given by IRI, the most connected first."""
        asked = set(partners)
        return [one.partner.label for iri, one in self.findings.partners.items() if iri in asked]

    def list_proofs(self, partners: Iterable[str], deliverables: Iterable[str]) -> list[Proof]:
        """Where the papers name any of some partners with any of some deliverables, all by IRI."""
        graph, asked = self.findings.graph, set(deliverables)
        ties = ((partner, one) for partner in partners for one in graph[partner] if one in asked)
        return [proof for partner, one in ties for proof in graph.edges[partner, one]["proofs"]]


def read_material(dataset: Dataset) -> Material:
    """Measure the network of a dataset's tables, in memory: whatever was built before says nothing of them."""
    store = load_memory_store("".join(iter_nquads(dataset)), base=dataset.base)
    return Material(dataset.tables, measure_partners(read_parts(store)))
