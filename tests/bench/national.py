"""A made-up national graph in the project's own terms: 43 forces, ten years, four quarters.

It is made as tables, one plan of one force at a time, and turned into quads as any dataset is, so
that it cannot drift from the ontology. The same number of triples gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate, product
from random import Random

from pcgraph.graph import Book, Quad, iter_ontology, iter_quads
from pcgraph.model import Row, get_table
from pcgraph.places import get_ontology_dir

BASE = "https://w3id.org/pcgraph/id/national/"
FORCES = 43
FIRST_YEAR, YEARS = 2016, 10
THEMES, DELIVERABLES, QUARTERS = 4, 4, 4
SEED = 4

_SHARED = ("entity", "code", "post")
_VERBS = ("Reduce", "Improve", "Review", "Support", "Extend", "Commission", "Publish", "Fund")
_THINGS = ("knife crime", "rural policing", "victim care", "road safety", "stalking cases", "shop theft", "hate crime")
_PLACES = ("in the towns", "on farms", "at night", "with schools", "near stations", "for young people")
_NATIONAL = {"partner": 24, "partnership": 8, "programme": 10, "system": 5, "document": 6}
_LOCAL = {"partner": 30, "partnership": 6, "programme": 12, "force-unit": 8, "place": 6, "system": 2}
_ROLES = {
    "partner": ("delivers", "funded", "supports", "supports", "member", "mentioned"),
    "partnership": ("leads", "supports", "delivers", "mentioned"),
    "programme": ("delivers", "mentioned"),
}
_OTHER_ROLES = ("uses", "target", "mentioned")
_TIMINGS = ("current", "current", "current", "planned", "ended", "not-happening")
_REVIEWS = (("", "rule", ""), ("proposed", "reading-a;reading-b", "2024-10"), ("agreed", "Head of Strategy", "2024-11"))


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one plan of one force, with the base that all share."""

    tables: Mapping[str, Sequence[Row]]
    base: str = BASE
    extracted: None = None


@dataclass(slots=True)
class _Writer:
    """Collects rows; cells that are not given are empty, as in a file."""

    random: Random
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **cells: str) -> Row:
        """A new row; a column that the model does not have is a bug here."""
        names = get_table(table).names
        assert set(cells) <= set(names), f"{table} has no {set(cells) - set(names)}"
        row = dict.fromkeys(names, "") | cells
        self.tables.setdefault(table, []).append(row)
        return row

    def pick(self, choices: Sequence[str]) -> str:
        """One of some, by chance."""
        return choices[self.random.randrange(len(choices))]

    def word(self) -> str:
        """A made-up wording."""
        return f"{self.pick(_VERBS)} {self.pick(_THINGS)} {self.pick(_PLACES)}"


def count_default_triples(quads: Sequence[Quad]) -> int:
    """How many triples the default graph has: each once, however many graphs hold it."""
    return len({triple for triple, _ in quads})


def iter_national_quads(triples: int) -> Iterator[Quad]:
    """The quads of as many plans as give so many triples in the default graph, the ontology among them.

    Args:
        triples: The least number; there are at most one plan's more.
    """
    ontology = dict.fromkeys(iter_ontology(get_ontology_dir()))
    yield from ontology
    count, seen = len(ontology), set[str]()
    for year, force in product(range(YEARS), range(1, FORCES + 1)):
        if count >= triples:
            return
        quads = dict.fromkeys(iter_quads(Book(make_plan(force, FIRST_YEAR + year))))
        new = {triple for triple, _ in quads} - seen
        count += len(new)
        seen |= {triple for triple in new if triple.startswith(tuple(f"<{BASE}{kind}/" for kind in _SHARED))}
        yield from quads


def iter_national_nquads(triples: int) -> Iterator[str]:
    """The same as N-Quads lines; shared things may come again with each plan that names them."""
    return (f"{triple} {graph} .\n" for triple, graph in iter_national_quads(triples))


def make_plan(force: int, year: int) -> Tables:
    """The yearly plan of a force: frameworks, and four reports on each of four themes."""
    writer = _Writer(_start_random(force, year))
    plan = to_plan(force, year)
    writer.add("plans", id=plan, title=f"Plan of force {force}, {year}", start=f"{year}-04-01", end=f"{year + 1}-03-31")
    _add_document(writer, f"{plan}-strategy", "strategic-framework", plan)
    _add_document(writer, f"{plan}-force", "force-framework", plan)
    entities = _add_entities(writer, force)
    for code in ("Force", "OPCC"):
        writer.add("codes", code=code, kind="organisation", stands_for=f"The {code}")
    for number in range(1, 9):
        writer.add("posts", id=f"f{force:02}-post-{number}", title=f"Superintendent {number}", unit=f"Unit {number}")
    for number in range(1, THEMES + 1):
        _add_theme(writer, force, year, number, entities)
    return Tables(writer.tables)


def _start_random(*what: int) -> Random:
    return Random("/".join(map(str, (SEED, *what))))  # noqa: S311 - made-up data, the same each time


def to_plan(force: int, year: int) -> str:
    """A plan's id, such as f07-2016-17."""
    return f"f{force:02}-{year}-{(year + 1) % 100:02}"


def _add_document(writer: _Writer, document: str, kind: str, plan: str, **cells: str) -> None:
    digest = sha256(document.encode()).hexdigest()
    name = f"{document}.txt"
    writer.add(
        "documents",
        id=document,
        kind=kind,
        title=f"Document {document}",
        plan=plan,
        filename=name,
        sha256=digest,
        **cells,
    )


def _add_entities(writer: _Writer, force: int) -> list[Row]:
    """National entities, then local ones; whoever stands early is named often."""
    rows = []
    for prefix, kinds in (("national", _NATIONAL), (f"f{force:02}", _LOCAL)):
        for kind, count in kinds.items():
            for number in range(1, count + 1):
                name = f"{prefix.capitalize()} {kind} {number}"
                status = {"status": "proposed", "by": "reading-a;reading-b"}
                rows.append(writer.add("entities", id=f"{prefix}-{kind}-{number}", kind=kind, name=name, **status))
    order = _start_random(force).sample(range(len(rows)), len(rows))
    return [rows[0], rows[1], *(rows[place] for place in order if place > 1)]


def _add_theme(writer: _Writer, force: int, year: int, number: int, entities: Sequence[Row]) -> None:
    plan = to_plan(force, year)
    theme, document = f"{plan}/T{number}", f"{plan}-strategy"
    writer.add("themes", id=theme, title=f"Theme {number}", document=document, line=str(number))
    measures = [_add_outcome(writer, theme, letter, document) for letter in "AB"]
    deliverables = [
        _add_deliverable(writer, theme, item, measures, has_earlier=year > FIRST_YEAR)
        for item in range(1, DELIVERABLES + 1)
    ]
    for quarter in range(1, QUARTERS + 1):
        _add_report(writer, theme, f"{year}-{(year + 1) % 100:02}Q{quarter}", deliverables, entities)


def _add_outcome(writer: _Writer, theme: str, letter: str, document: str) -> Row:
    """An outcome with three measures, of which the last is a part of the second."""
    outcome = writer.add("outcomes", id=theme + letter, theme=theme, title=writer.word(), document=document, line="9")
    rows = [
        writer.add(
            "measures",
            id=f"{outcome['id']}.{name}",
            parent=f"{outcome['id']}.2" if name == "2.a" else "",
            outcome=outcome["id"],
            title=writer.word(),
            source="Crime records",
            document=document,
            line=f"{place}c2",
        )
        for place, name in enumerate(("1", "2", "2.a"), start=10)
    ]
    return rows[0]


def _add_deliverable(writer: _Writer, theme: str, number: int, measures: Sequence[Row], *, has_earlier: bool) -> Row:
    """A deliverable with its action, lead, contribution and, after the first year, lineage."""
    plan, _, code = theme.partition("/")
    place = {"document": f"{plan}-strategy", "line": str(20 + number)}
    row = writer.add(
        "deliverables",
        id=f"{theme}.{number}",
        plan=plan,
        theme=theme,
        number=str(number),
        wording=writer.word(),
        **place,
    )
    force = {"document": f"{plan}-force", "line": str(30 + number)}
    action = f"{plan}/{code[1:]}.{number}.1"
    writer.add("actions", id=action, deliverable=row["id"], wording=writer.word(), source="STRA", **force)
    post = f"{plan[:3]}-post-{1 + int(8 * writer.random.random() ** 2)}"
    writer.add("leads", subject=action, post=post, raw="Supt", **force)
    _judge(writer, row, writer.random.choice(measures))
    if has_earlier and writer.random.random() < 0.8:
        _add_lineage(writer, row["id"])
    return row


def _judge(writer: _Writer, deliverable: Row, measure: Row) -> None:
    status, by, date = writer.random.choice(_REVIEWS[1:])
    said = {"rationale": "It would show there.", "confidence": "medium", "status": status, "by": by, "date": date}
    cells = {"deliverable": deliverable["id"], "outcome": measure["outcome"], "measures": measure["id"]}
    writer.add("contributions", rank="primary", **cells, **said)


def _add_lineage(writer: _Writer, later: str) -> None:
    plan, _, code = later.partition("/")
    earlier = f"{to_plan(int(plan[1:3]), int(plan[4:8]) - 1)}/{code}"
    said = {"rationale": "The words are the same.", "confidence": "high", "by": "reading-a;reading-b"}
    writer.add("lineage", later=later, relation="continues", earlier=earlier, **said)


def _add_report(writer: _Writer, theme: str, period: str, deliverables: Sequence[Row], entities: Sequence[Row]) -> None:
    plan, _, code = theme.partition("/")
    report = f"{plan}-{code}-{period[-2:]}".lower()
    meeting = {"meeting_date": f"{period[:4]}-{3 * int(period[-1]):02}-14", "meeting_body": "Police and Crime Panel"}
    _add_document(writer, report, "monitoring-report", plan, theme=theme, period=period, **meeting)
    for place, deliverable in enumerate(deliverables, start=1):
        _add_update(writer, report, place, deliverable, entities)
    if writer.random.random() < 0.5:
        message = "Number 1 stands twice."
        writer.add("anomalies", document=report, line="8", code="duplicate-number", severity="error", message=message)


def _add_update(writer: _Writer, report: str, place: int, deliverable: Row, entities: Sequence[Row]) -> None:
    line, update = 10 * place, f"{report}/{place}"
    writer.add(
        "updates",
        id=update,
        report=report,
        number=deliverable["number"],
        deliverable=deliverable["id"],
        responsible=writer.pick(("Force", "OPCC", "Force;OPCC")),
        responsible_raw="Force",
        wording=deliverable["wording"],
        rag=writer.pick("GGGGAARW"),
        dates=f"{deliverable['plan'][4:8]}-06-0{place}",
        line=str(line),
        line_first=str(line + 1),
        line_last=str(line + 4),
    )
    digest = sha256(update.encode()).hexdigest()[:16]
    writer.add("passages", update=update, position="1", document=report, line=str(line + 1), digest=digest)
    weights = list(accumulate(1 / rank for rank in range(1, len(entities) + 1)))
    for entity in _choose(writer, entities, weights):
        _add_involvement(writer, update, report, str(line + 2), entity)
    if writer.random.random() < 0.5:
        value = str(writer.random.randrange(1, 5000))
        writer.add(
            "figures", update=update, what="offences", value=value, unit="count", document=report, line=str(line)
        )


def _choose(writer: _Writer, entities: Sequence[Row], weights: Sequence[float]) -> list[Row]:
    """One to three different entities, the early ones oftener."""
    chosen = writer.random.choices(entities, cum_weights=weights, k=writer.random.randint(1, 3))
    return list({row["id"]: row for row in chosen}.values())


def _add_involvement(writer: _Writer, subject: str, report: str, line: str, entity: Row) -> None:
    status, by, date = writer.random.choice(_REVIEWS)
    writer.add(
        "involvements",
        subject=subject,
        entity=entity["id"],
        role=writer.pick(_ROLES.get(entity["kind"], _OTHER_ROLES)),
        timing=writer.pick(_TIMINGS),
        surface=entity["name"],
        document=report,
        line=line,
        rule="cue" if by == "rule" else "",
        status=status,
        by=by,
        date=date,
    )
