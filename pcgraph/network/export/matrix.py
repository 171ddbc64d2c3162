"""The format `xlsx`: who is linked with what as a table of counts, the more the darker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pcgraph.errors import CallError
from pcgraph.network.export.edge_list import to_link_records
from pcgraph.network.export.plain import PlainNetwork, PlainNode
from pcgraph.render.records import Records, Value
from pcgraph.render.workbook import render_sheets

SHADES = ("DCE9F5", "A9CCE8", "6FA8D6", "2F75B5", "1A4E80")
"""The fills of a cell by its share of the highest count, a fifth each; the two darkest have white figures."""

_WHITE_FROM = 3
_MOST_COLUMNS = 16_384 - 3
_BEFORE = (("name", "{row}"), ("kind", "Kind"), ("links", "{columns}"))
"""The columns before the counts."""

_WIDTHS = (44, 14, 12)
_WIDTH = 13
_HEADING_HEIGHT = 90
_LEFT_OUT = "The darker, the more; what has no link has no row and no column."


def render(network: PlainNetwork) -> bytes:
    """A network as a workbook: the table of counts, what its columns stand for, and every link with its evidence.

    Rows and columns that have no count are left out. The two-sided network of partners and outcomes gives the
    table of partners by outcomes.

    Raises:
        CallError: A sheet of Excel has fewer columns or rows than this needs.
    """
    columns = _list_columns(network)
    if len(columns) > _MOST_COLUMNS:
        raise CallError(
            f"Excel holds {_MOST_COLUMNS:,} columns of counts; here are {len(columns):,}.",
            hint="Narrow the network with --theme or --plan, or use --format csv.",
        )
    counts = _count(network)
    sheets = {
        "Matrix": _to_matrix(network, columns, counts),
        "Columns": _to_key(network, columns, counts),
        "Links": to_link_records(network),
    }
    return render_sheets(sheets, finish={"Matrix": partial(_shade, rows=len(sheets["Matrix"].rows))})


def _count(network: PlainNetwork) -> Mapping[str, Counter[str]]:
    """For each thing in the rows, its counts by the things in the columns."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for link in network.links:
        count = int(link.values.get("shared", link.values.get("count", 1)))
        counts[link.source][link.target] = count
        if network.is_one_sided:
            counts[link.target][link.source] = count
    return counts


def _list_columns(network: PlainNetwork) -> list[PlainNode]:
    """The things that the columns stand for, in the order of the nodes."""
    linked = {link.target for link in network.links}
    if network.is_one_sided:
        linked |= {link.source for link in network.links}
    return [node for node in network.nodes if node.id in linked]


def _to_matrix(network: PlainNetwork, columns: Sequence[PlainNode], counts: Mapping[str, Counter[str]]) -> Records:
    names = {"row": network.sides[0], "columns": f"{network.sides[1]}s"}
    before = [(key, heading.format(**names)) for key, heading in _BEFORE]
    rows: list[tuple[Value, ...]] = []
    for node in network.nodes:
        row = counts.get(node.id, Counter())
        if row:
            counted = [row[one.id] or None for one in columns]
            rows.append((node.label, node.values.get("kind"), sum(1 for count in counted if count), *counted))
    return Records(
        network.title, (*before, *((one.id, one.label) for one in columns)), tuple(rows), f"{_LEFT_OUT} {network.note}"
    )


def _to_key(network: PlainNetwork, columns: Sequence[PlainNode], counts: Mapping[str, Counter[str]]) -> Records:
    """What the columns stand for, and by how many rows each is counted."""
    linked = Counter(target for row in counts.values() for target in row)
    names = (("identifier", "Id"), ("kind", "Kind"), ("wording", "Wording"), ("theme", "Theme"), ("plan", "Plan"))
    rows = tuple((one.label, *(one.values.get(name) for name, _ in names), linked[one.id]) for one in columns)
    title = f"{network.title}: the columns"
    return Records(title, (("column", "Column"), *names, ("rows", f"{network.sides[0]}s")), rows)


def _shade(sheet: Worksheet, rows: int) -> None:
    """Colour the counts, and keep names and headings in sight."""
    sheet.freeze_panes = "D2"
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    for i in range(1, sheet.max_column + 1):
        letter = get_column_letter(i)
        sheet.column_dimensions[letter].width = _WIDTHS[i - 1] if i <= len(_WIDTHS) else _WIDTH
    cells = [cell for row in sheet.iter_rows(min_row=2, max_row=rows + 1, min_col=len(_BEFORE) + 1) for cell in row]
    fills = [PatternFill("solid", fgColor=shade) for shade in SHADES]
    most = max((cell.value for cell in cells if isinstance(cell.value, int)), default=1)
    for cell in cells:
        cell.alignment = Alignment(horizontal="center", vertical="top")
        if isinstance(cell.value, int):
            shade = choose_shade(cell.value, most)
            cell.fill = fills[shade]
            cell.font = Font(color="FFFFFF" if shade >= _WHITE_FROM else "000000")


def choose_shade(count: int, most: int) -> int:
    """Which of the `SHADES` a count has.

    >>> [choose_shade(count, 10) for count in (1, 2, 3, 10)], choose_shade(1, 1)
    ([0, 0, 1, 4], 4)
    """
    return (count * len(SHADES) - 1) // most
