"""`pcgraph propose`: candidates for judgements, to look at or to judge in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from pcgraph.cli.console import choose_format, data_option, note, output_options, write_output
from pcgraph.cli.progress import Counting
from pcgraph.cli.reading import print_records
from pcgraph.cli.review import get_sources
from pcgraph.render import Records

if TYPE_CHECKING:
    from pcgraph.propose import Candidate, JudgementTable
    from pcgraph.tables import Dataset

EXAMPLES = """\b
Examples:
  pcgraph propose contributions
  pcgraph propose contributions --top 1 --format csv
  pcgraph propose lineage --output review.xlsx
  pcgraph review review.xlsx --by PB --date 2026-05-14
"""

_SUBJECTS = {"contributions": ("deliverable", "outcome", "rank"), "lineage": ("later", "earlier", "relation")}


@click.command(epilog=EXAMPLES)
@click.argument("judgements", type=click.Choice(tuple(_SUBJECTS)))
@click.option(
    "--top", type=click.IntRange(min=1), default=3, show_default=True, help="How many for one deliverable, at most."
)
@click.option("--everything", is_flag=True, help="Of deliverables that are judged already, too.")
@output_options
@data_option
def command(
    judgements: str, top: int, everything: bool, output_format: str | None, output: Path | None, data: Path
) -> None:
    """Propose judgements: ranked candidates, each with a score from 0 to 1 and a sentence why.

    contributions: the outcomes that each deliverable most likely helps, and the measures by which
    that would show. lineage: the deliverables of earlier plans that each one takes up. Nothing
    goes into the tables: with --output review.xlsx the candidates are written for a person to
    judge, and pcgraph review takes the verdicts. What the office rejected is never proposed again.
    """
    from pcgraph.tables import read_dataset

    dataset = read_dataset(data)
    table = cast("JudgementTable", judgements)
    with Counting("Comparing", "deliverables") as counting:
        candidates = _propose(dataset, table, top, everything, counting)
    if choose_format(output_format, output) == "xlsx":
        _write_review(dataset, table, candidates, output)
    else:
        print_records(to_records(dataset, table, candidates), output_format, output)
    note(_describe(dataset, table, candidates, everything))


def _propose(
    dataset: Dataset, table: JudgementTable, top: int, everything: bool, counting: Counting
) -> Sequence[Candidate]:
    from pcgraph.propose import propose_contributions, propose_lineage

    propose = propose_contributions if table == "contributions" else propose_lineage
    return propose(dataset.tables, top=top, everything=everything, on_progress=counting.show)


def _write_review(
    dataset: Dataset, table: JudgementTable, candidates: Sequence[Candidate], output: Path | None
) -> None:
    from pcgraph.render.form import render_form
    from pcgraph.review import check_fits_workbook, make_review

    form = make_review(dataset, sources=get_sources(dataset, None), candidates=candidates, tables=(table,))
    check_fits_workbook(form)
    write_output(render_form(form), output)
    if output is not None:
        note(f"Fill in the verdicts, then: pcgraph review {output} --data {dataset.path}")


def to_records(dataset: Dataset, table: JudgementTable, candidates: Sequence[Candidate]) -> Records:
    """Candidates as a table to show, each with the words of both sides."""
    says = {
        row["id"]: row.get("wording") or row["title"]
        for name in ("deliverables", "outcomes")
        for row in dataset.tables[name]
    }
    subject, other, relation = _SUBJECTS[table]
    keys = (subject, "says", other, f"{other}_says", relation, "measures", "score", "why")
    columns = tuple((key, key.replace("_", " ").capitalize()) for key in keys)
    rows = tuple(
        (c.subject, says[c.subject], c.object, says[c.object], c.relation, "; ".join(c.measures), c.score, c.why)
        for c in candidates
    )
    kept = [index for index, key in enumerate(keys) if key != "measures" or table == "contributions"]
    shown = tuple(tuple(row[index] for index in kept) for row in rows)
    return Records(f"Candidates: {table}", tuple(columns[index] for index in kept), shown)


def _describe(dataset: Dataset, table: JudgementTable, candidates: Sequence[Candidate], everything: bool) -> str:
    """How many were proposed for how many, and for which deliverables none was."""
    from pcgraph.propose import list_later

    rows = dataset.tables["deliverables"] if table == "contributions" else list_later(dataset.tables)
    subject = _SUBJECTS[table][0]
    judged = {row[subject] for row in dataset.tables[table] if row["status"] != "rejected"}
    asked = {row["id"] for row in rows if everything or row["id"] not in judged}
    found = {candidate.subject for candidate in candidates}
    told = f"{len(candidates)} candidates for {len(found)} of {len(asked)} deliverables"
    left = len(rows) - len(asked)
    known = f"; {left} are judged already (--everything proposes for them too)" if left else ""
    none = (
        f"; for {len(asked - found)} nothing {'further ' if everything else ''}is alike enough" if asked - found else ""
    )
    return f"{told}{none}{known}. Nothing was changed in the tables."
