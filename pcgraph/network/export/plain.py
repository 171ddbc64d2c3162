"""A network with nothing but plain values, as files can hold it: the same facts in every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pcgraph.render.text import to_clean_text

Scalar = str | int | float | bool
"""A value; a text that is empty, where nothing is stated, is in no file."""

FieldType = Literal["string", "integer", "double", "boolean"]
"""What a field's values are; the names are those of GEXF."""

Spell = tuple[str, str]
"""The first and the last day of a span, as in `2018-04-01`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One attribute that nodes or links have.

    Attributes:
        name: Its name in every format.
        type: What its values are.
        heading: Its name for people, above a column.
    """

    name: str
    type: FieldType
    heading: str


@dataclass(frozen=True, slots=True)
class PlainNode:
    """One thing.

    Attributes:
        id: Its IRI.
        label: What is written beside it: a name, or an id with the first words.
        values: Its values by the names of the fields.
        spells: When it is there; always where empty.
    """

    id: str
    label: str
    values: Mapping[str, Scalar]
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainLink:
    """Two things that are linked.

    Attributes:
        source: IRI; in a network of two sides the partner, the member or the post.
        target: IRI.
        weight: How much it counts; what of, `PlainNetwork.note` tells.
        values: Its values by the names of the fields.
        spells: The dates that the documents' words speak of; none where they give none.
    """

    source: str
    target: str
    weight: float
    values: Mapping[str, Scalar]
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainNetwork:
    """A network to be written.

    Attributes:
        title: What it is.
        note: What a reader must know of it: what was read, what counts, who agreed to it.
        sides: What stands in the rows and in the columns of its matrix, in a word each.
        nodes: The things, in the order of names and numbers.
        links: The links, in the order of their ends.
        is_directed: Whether a link leads from its source to its target.
        is_one_sided: Whether both ends of every link are of the same side, as partners with partners.
    """

    title: str
    note: str
    sides: tuple[str, str]
    nodes: tuple[PlainNode, ...]
    links: tuple[PlainLink, ...]
    is_directed: bool = False
    is_one_sided: bool = False
    node_fields: tuple[Field, ...] = ()
    link_fields: tuple[Field, ...] = ()

    @property
    def by_id(self) -> dict[str, PlainNode]:
        """The nodes by their IRIs."""
        return {node.id: node for node in self.nodes}


NODE_FIELDS = (
    Field("identifier", "string", "Id"),
    Field("code", "string", "Code"),
    Field("kind", "string", "Kind"),
    Field("side", "string", "Side"),
    Field("wording", "string", "Wording"),
    Field("theme", "string", "Theme"),
    Field("plan", "string", "Plan"),
    Field("unit", "string", "Unit"),
    Field("report", "string", "Last report"),
    Field("status", "string", "Delivery, self-rated"),
    Field("plan_start", "string", "Plan begins"),
    Field("plan_end", "string", "Plan ends"),
)
"""All that nodes may have besides their label."""

LINK_FIELDS = (
    Field("relation", "string", "Link"),
    Field("count", "integer", "Rests on"),
    Field("shared", "integer", "Shared deliverables"),
    Field("deliverables", "string", "Through"),
    Field("roles", "string", "Roles"),
    Field("timings", "string", "When"),
    Field("ranks", "string", "Rank (judged)"),
    Field("bases", "string", "Basis"),
    Field("dates", "string", "Dates"),
    Field("judged", "string", "Link to the outcome"),
    Field("stands_on", "string", "Who has looked at it"),
    Field("is_stated", "boolean", "Stated as it is"),
    Field("is_agreed", "boolean", "Agreed by the office"),
    Field("evidence", "string", "Evidence"),
)
"""All that links may have besides their weight."""


def drop_unused(network: PlainNetwork) -> PlainNetwork:
    """The network with the fields that some node or link of it has, and no values but these."""
    in_nodes = {name for node in network.nodes for name in node.values}
    in_links = {name for link in network.links for name in link.values}
    return replace(
        network,
        node_fields=tuple(one for one in NODE_FIELDS if one.name in in_nodes),
        link_fields=tuple(one for one in LINK_FIELDS if one.name in in_links),
    )


def to_values(values: Mapping[str, Scalar | None]) -> dict[str, Scalar]:
    """What is stated of some values, without characters that no file should get.

    XML allows no control characters, and a file that shows them is no safer for it.

    >>> to_values({"kind": "Partner", "theme": "", "count": 0, "unit": None})
    {'kind': 'Partner', 'count': 0}
    """
    cleaned = {name: to_clean_text(value) if isinstance(value, str) else value for name, value in values.items()}
    return {name: value for name, value in cleaned.items() if value is not None and value != ""}


def join_values(values: Sequence[str]) -> str:
    """Several values in one.

    >>> join_values(["funds", "supports"])
    'funds; supports'
    """
    return "; ".join(values)


def to_text(value: Scalar) -> str:
    """A value as XML's types write it.

    >>> to_text(True), to_text(2), to_text(0.5)
    ('true', '2', '0.5')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
