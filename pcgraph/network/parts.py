"""Who takes part in what: the plain records that every network of partners is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pcgraph.store.base import View

PARTNER_KINDS = ("Partner", "Partnership")
"""The kinds of who helps."""

NAMED = "named"
"""The role in the view `stated`: a document states that a partner is named, never what part it plays."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of some network.

    Attributes:
        iri: Its IRI.
        id: Its id in the tables, such as `2018-21/T3.3`.
        kind: What it is, for people: `Partner`, `Partnership`, `Programme`, `Deliverable`, `Outcome`, `Theme`,
            `Force action`, `Post`, `Source document` and so on.
        label: Its name or wording.
        theme: The id of its theme; empty where it has none.
        plan: The id of its plan; empty where it has none.
        order: Sorts things of a kind as people number them.
        unit: A post's unit; empty elsewhere and where it is not stated.
    """

    iri: str
    id: str
    kind: str
    label: str
    theme: str = ""
    plan: str = ""
    order: str = ""
    unit: str = ""

    @property
    def code(self) -> str:
        """The short code: the id without its plan; a name's own id."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Proof:
    """One place in a document that a link rests on.

    Attributes:
        document: The document's id.
        line: The place in it; empty where the tables give none.
        role: What part is played, such as `funds`; `NAMED` in the view `stated`, "leads" of a lead officer.
        timing: `current`, `planned`, `ended` or `not-happening`; empty where nothing is said of it.
        status: Who has looked at it, in words.
        as_of: The day, month or year that the words speak of; empty where not stated.
        deliverable: The IRI of the deliverable under which it stands; empty where there is none.
        is_agreed: Whether the office agreed to it.
    """

    document: str
    line: str
    role: str
    timing: str = ""
    status: str = ""
    as_of: str = ""
    deliverable: str = ""
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One partner or partnership named as helping deliver one deliverable.

    Attributes:
        partner: The partner's IRI.
        deliverable: The deliverable's IRI.
        proofs: Where the documents say so, in the order of documents and lines.
    """

    partner: str
    deliverable: str
    proofs: tuple[Proof, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Each role played, sorted."""
        return tuple(sorted({proof.role for proof in self.proofs}))

    @property
    def timings(self) -> tuple[str, ...]:
        """Each timing, sorted."""
        return tuple(sorted({proof.timing for proof in self.proofs if proof.timing}))


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that documents link in another way than by help with a deliverable.

    Attributes:
        source: IRI: the deliverable delivered through a programme; the member; the one that plays a part
            in or from another; what is led.
        target: IRI: the programme; the body; that other; the post that leads.
        proofs: Where the documents say so.
    """

    source: str
    target: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Helped:
    """A judgement: a deliverable helps an outcome.

    Attributes:
        deliverable: IRI.
        outcome: IRI.
        rank: `primary` or `secondary`.
        measures: The IRIs of the measures that would show it, sorted.
        confidence: `high`, `medium`, `low`, or empty.
        status: Who has looked at it, in words.
        is_agreed: Whether the office agreed to it.
    """

    deliverable: str
    outcome: str
    rank: str
    measures: tuple[str, ...]
    confidence: str
    status: str
    is_agreed: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """All that the networks of partners are made from, whole or narrowed to a scope.

    Attributes:
        view: What was read.
        documents: The ids of the documents that were read, sorted; one only where a report was asked for.
        things: Everything that a link may name, by IRI.
        parts: Partners and partnerships that help with deliverables, now or as planned.
        others: Where partners and partnerships are named otherwise: mentioned, inspecting, ended.
        ways: Deliverables and the programmes through which they are delivered.
        memberships: Members and the bodies that they belong to.
        ties: Who plays a part in or from whom else: funded by, member of, leading within.
        leads: Deliverables and actions, and the posts that lead them.
        contributions: Deliverables and the outcomes that they were judged to help.
    """

    view: View
    documents: tuple[str, ...]
    things: Mapping[str, Thing]
    parts: tuple[Part, ...]
    others: tuple[Part, ...]
    ways: tuple[Link, ...]
    memberships: tuple[Link, ...]
    ties: tuple[Link, ...]
    leads: tuple[Link, ...]
    contributions: tuple[Helped, ...]
