"""Made-up drawings of a partnership: groups, links of several sorts, a matrix; some of them hostile."""

from __future__ import annotations

from dataclasses import replace

from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.render.matrix import Matrix, MatrixColumn, MatrixRow
from pcgraph.render.records import Records
from tests.render.samples import ATTACKS, make_plan

STATED, PROPOSED = "stated", "judged, proposed"


def make_marked_plan() -> Diagram:
    """The plan of `make_plan`, its first three links stated, the other five proposed."""
    plan = make_plan()
    links = (
        replace(link, basis=STATED if i < 3 else PROPOSED, is_dashed=i >= 3, detail=(("Where", f"paper line {i}"),))
        for i, link in enumerate(plan.links)
    )
    return replace(plan, links=tuple(links))


def make_groups(*, opens_with: tuple[str, ...] = ("Group 1",)) -> Diagram:
    """Two groups of four and three, all within a group linked, one link across, and one partner alone."""
    names = (
        "Angling Club",
        "Borough Council",
        "Care Trust",
        "District Board",
        "Estates Office",
        "Fire Service",
        "Guild",
    )
    nodes = [
        DiagramNode(name.lower(), name, f"Group {1 + i // 4}", i // 4, (("Kind", "Partner"),), strength=4 - i % 4)
        for i, name in enumerate(names)
    ]
    links = [
        DiagramLink(one.id, other.id, "share 1 deliverable", PROPOSED, is_dashed=True, detail=(("Which", "T1.1"),))
        for i, one in enumerate(nodes)
        for other in nodes[i + 1 :]
        if one.column == other.column
    ]
    links.append(DiagramLink(nodes[0].id, nodes[4].id, "share 2 deliverables", STATED, width=2.2))
    nodes.append(DiagramNode("harbour", "Harbour Trust", "Alone", 2, (("Kind", "Partner"),)))
    headings = ("Group 1: T1.1 Safer farms", "Group 2: T1.2 Safer roads", "Alone: no other partner is named")
    return Diagram(
        "Partners who work together",
        "In the papers read so far.",
        headings,
        tuple(nodes),
        tuple(links),
        form="groups",
        kind_word="Group",
        opens_with=opens_with,
    )


def make_hostile_groups() -> Diagram:
    """Groups with an attack in every text field."""
    nodes = tuple(
        DiagramNode(f"{text}{i}", text, ATTACKS[i % 2], i % 2, ((text, text),), strength=i)
        for i, text in enumerate(ATTACKS)
    )
    links = tuple(
        DiagramLink(nodes[i].id, nodes[i + 1].id, text, text, is_dashed=bool(i % 2), detail=((text, text),))
        for i, text in enumerate(ATTACKS[:-1])
    )
    attack = "".join(ATTACKS)
    headings = (ATTACKS[0], ATTACKS[1])
    return Diagram(attack, attack, headings, nodes, links, form="groups", kind_word=ATTACKS[1], opens_with=headings[:1])


def make_matrix() -> Matrix:
    """Three partners by two outcomes; four cells with a number, one of them confirmed."""
    columns = (MatrixColumn("T1A", "Safer farms", 2), MatrixColumn("T1B", "Safer roads", 2))
    rows = (
        MatrixRow("Harbour Trust", "Partner", (5, 1), (True, False), 5),
        MatrixRow("Road Safety Board", "Partnership", (0, 2), (False, True), 2),
        MatrixRow("Guild", "Partner", (1, 0), (True, False), 1),
    )
    links = Records("What the numbers stand for", (("partner", "Partner"), ("number", "Number")), (("Guild", 1),))
    key = (f"{PROPOSED} (3)", f"{STATED} (1)")
    return Matrix(
        "Partners by outcomes", "Read so far.", "Partner", columns, rows, ("All", "Partners"), key, (), (links,)
    )


def make_hostile_matrix() -> Matrix:
    """A matrix with an attack in every text field."""
    attack = "".join(ATTACKS)
    columns = tuple(MatrixColumn(text, text, i) for i, text in enumerate(ATTACKS))
    numbers = tuple(range(len(ATTACKS)))
    dashed = tuple(bool(number % 2) for number in numbers)
    rows = tuple(MatrixRow(text, text, numbers, dashed, 9) for text in ATTACKS)
    table = Records(attack, ((attack, attack),), tuple((text,) for text in ATTACKS))
    return Matrix(attack, attack, attack, columns, rows, (attack, attack), (attack, attack), (), (table,))
