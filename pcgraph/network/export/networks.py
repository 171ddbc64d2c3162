"""The networks that can be written, and what a reader must know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pcgraph.network.bipartite import (
    link_deliverables,
    link_leads,
    link_members,
    link_outcomes,
    link_programmes,
)
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.parts import Parts
from pcgraph.network.scope import Links

PLAN = "plan"
PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """One network of two sides.

    Attributes:
        title: What it is.
        links: What it is made of.
        make: From parts that were read.
        sides: What stands in the rows and in the columns of its matrix.
        relation: What a link says, read from its source to its target.
        weight: What a link's weight counts, as a sentence.
    """

    title: str
    links: Links
    make: Callable[[Parts], PartnerNetwork]
    sides: tuple[str, str]
    relation: str
    weight: str


_BY_DELIVERABLES = "A link's weight is the number of deliverables that it rests on."

NETWORKS: dict[str, NetworkKind] = {
    "partner-deliverable": NetworkKind(
        "Partners and the deliverables that they help with",
        "parts",
        link_deliverables,
        ("Partner", "Deliverable"),
        "named as helping deliver",
        "A link's weight is 1.",
    ),
    "partner-outcome": NetworkKind(
        "Partners and the outcomes that their deliverables help",
        "contributions",
        link_outcomes,
        ("Partner", "Outcome"),
        "helps with deliverables judged to help",
        f"{_BY_DELIVERABLES} That a deliverable helps an outcome is judged: no document says so.",
    ),
    "partner-programme": NetworkKind(
        "Partners and programmes",
        "programmes",
        link_programmes,
        ("Partner", "Programme"),
        "named together with, or plays a part in",
        "A link's weight is the number of deliverables that it rests on, or of places where it rests on none.",
    ),
    "partner-partnership": NetworkKind(
        "Members of boards, panels and groups",
        "memberships",
        link_members,
        ("Member", "Body"),
        "member of",
        "A link's weight is the number of deliverables that it rests on, or of places where it rests on none.",
    ),
    "lead-deliverable": NetworkKind(
        "Lead officers and what they lead",
        "leads",
        link_leads,
        ("Post", "Led"),
        "leads",
        "A link's weight is 1.",
    ),
}
"""Every network of two sides by its name."""

NETWORK_NAMES = (*NETWORKS, PARTNERS, PLAN)
"""Every network that can be written: those of two sides, partners with partners, the whole plan."""
