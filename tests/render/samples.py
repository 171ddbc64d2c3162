"""Made-up records and diagrams, some of them hostile."""

from __future__ import annotations

from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.render.records import Records

ATTACKS = (
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "{{ 7*7 }}{% for a in b %}",
    '"><svg onload=window.pwned=1>',
    "javascript:window.pwned=1",
    "<!--<script>",
    "</style></textarea></title><b>bold</b>",
    "a\u2028b\u2029c\x00d\ud800e\x1b[31m",
    "href=<a href='http://attack.invalid/'>x</a>",
)

WORKED = Records(
    "Who leads what?",
    (("code", "Code"), ("wording", "Wording"), ("actions", "Actions"), ("done", "Done")),
    (("T3.3", "Knife crime, rural", 3, True), ("T3.10", None, 12, False), ("T3.2", 'Say "café"', -4, None)),
    "Read so far: two documents.",
)


def make_plan() -> Diagram:
    """Theme, two deliverables, three actions, two posts; one action without a post."""
    nodes = (
        DiagramNode("2018-21/T3", "T3 Tackle crime", "Theme", 0),
        DiagramNode("2018-21/T3.1", "T3.1 Reduce burglary", "Deliverable", 1, (("Line", "40"),), "Amber"),
        DiagramNode("2018-21/T3.2", "T3.2 Safer roads", "Deliverable", 1, (("Line", "41"),), "Green"),
        DiagramNode("2018-21/3.1.1", "3.1.1 Patrols", "Action", 2),
        DiagramNode("2018-21/3.1.2", "3.1.2 Alarms", "Action", 2),
        DiagramNode("2018-21/3.2.1", "3.2.1 Cameras", "Action", 2),
        DiagramNode("post-a", "Superintendent, Roads", "Post", 3),
        DiagramNode("post-b", "Inspector, Burglary", "Post", 3),
    )
    links = (
        DiagramLink("2018-21/T3", "2018-21/T3.1", "has deliverable"),
        DiagramLink("2018-21/T3", "2018-21/T3.2", "has deliverable"),
        DiagramLink("2018-21/T3.1", "2018-21/3.1.1", "implemented by"),
        DiagramLink("2018-21/T3.1", "2018-21/3.1.2", "implemented by"),
        DiagramLink("2018-21/T3.2", "2018-21/3.2.1", "implemented by"),
        DiagramLink("2018-21/3.1.1", "post-b", "led by"),
        DiagramLink("2018-21/3.1.1", "post-b", "reports to"),
        DiagramLink("2018-21/3.2.1", "post-a", "led by"),
    )
    columns = ("Theme", "Deliverables", "Force actions", "Posts")
    return Diagram("Plan: theme T3", "What theme T3 asks for.", columns, nodes, links)


def make_leads(posts: int = 30, actions: int = 85) -> Diagram:
    """Posts and actions; action n is led by post n (counted round) and every third by the next one too."""
    nodes = [DiagramNode(f"post-{i}", f"Superintendent, Unit {i}", "Post", 0) for i in range(posts)]
    wording = "Work with partners so that victims of rural crime and of fraud are met within a week "
    nodes += [DiagramNode(f"a{i}", f"{i} {wording * (i % 3 + 1)}", "Action", 1) for i in range(actions)]
    links = [DiagramLink(f"post-{i % posts}", f"a{i}", "leads") for i in range(actions)]
    links += [DiagramLink(f"post-{(i + 1) % posts}", f"a{i}", "leads") for i in range(0, actions, 3)]
    return Diagram("Who leads what", "All leads.", ("Posts", "Force actions"), tuple(nodes), tuple(links))


def make_hostile() -> Diagram:
    """A diagram with an attack in every text field."""
    nodes = tuple(
        DiagramNode(f"{text}{i}", text, ATTACKS[-1 - i], i % 2, ((text, text), (ATTACKS[0], text)), text)
        for i, text in enumerate(ATTACKS)
    )
    links = tuple(DiagramLink(nodes[i].id, nodes[i + 1].id, text) for i, text in enumerate(ATTACKS[: len(nodes) - 1]))
    attack = "".join(ATTACKS)
    return Diagram(attack, attack, (ATTACKS[0], ATTACKS[1]), nodes, links)


def make_hostile_records() -> Records:
    """Records with an attack in title, heading, note and cells."""
    attack = "".join(ATTACKS)
    return Records(attack, ((attack, attack), ("n", "N")), tuple((text, i) for i, text in enumerate(ATTACKS)), attack)
