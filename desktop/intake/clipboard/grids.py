"""Tables without merged cells, from the tables of pages and sheets; those that only lay a page out become blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop.intake.clipboard.limits import MOST_CELLS
from desktop.intake.clipboard.markup import Node
from desktop.intake.clipboard.running import flat, without_strong
from desktop.intake.clipboard.styles import Declared
from desktop.text.tree import Block, Line, Paragraph, Run, Table

_SPAN = re.compile(r"\s*(\d{1,5})")
_MOST_SPAN = 1000  # as HTML has it
_PARTS = frozenset({"thead", "tbody", "tfoot"})
_ALIGNS = ("left", "center", "right")


@dataclass(slots=True)
class Cell:
    node: Node
    align: str
    blocks: list[Block]


@dataclass(slots=True)
class Grid:
    """Cells by row and column; columns that a merged cell covers have none. `before` and `after` stand outside."""

    rows: list[dict[int, Cell]] = field(default_factory=list)
    before: list[Node | str] = field(default_factory=list)
    after: list[Node | str] = field(default_factory=list)
    is_large: bool = False


def rows_of(table: Node) -> Iterator[Node | str]:
    """The rows, and what stands in a table outside of them, in order."""
    for child in table.children:
        if isinstance(child, Node) and child.name in _PARTS:
            yield from child.children
        else:
            yield child


def grid(
    table: Node,
    blocks_of: Callable[[Node], list[Block]],
    declared: Callable[[Node], Declared],
    is_shown: Callable[[Node], bool],
) -> Grid:
    made = Grid()
    busy: dict[int, int] = {}  # column: first row in which it is free again
    steps = 0
    for part in rows_of(table):
        if not isinstance(part, Node) or part.name != "tr":
            (made.after if made.rows else made.before).append(part)
            continue
        if not is_shown(part):
            continue
        row: dict[int, Cell] = {}
        column, number = 0, len(made.rows)
        for node in part.children:
            if not isinstance(node, Node) or node.name not in ("td", "th"):
                (made.after if made.rows else made.before).append(node)
                continue
            while busy.get(column, 0) > number and steps < MOST_CELLS * 4:
                column += 1
                steps += 1
            row[column] = Cell(node, _align(node, declared), blocks_of(node) if is_shown(node) else [])
            width, height = _span(node, "colspan"), _span(node, "rowspan")
            if height > 1:
                for covered in range(column, column + min(width, 100)):
                    busy[covered] = number + height
            column += width
            steps += 1
        made.rows.append(row)
    made.is_large = steps > MOST_CELLS
    return made


def blocks_of_grid(made: Grid) -> tuple[list[Block], bool]:
    """A table, or the blocks of one that is none; with whether it was too large to be one."""
    used = sorted({column for row in made.rows for column, cell in row.items() if cell.blocks})
    rows = [row for row in made.rows if any(cell.blocks for cell in row.values())]
    titles = _titles(rows, used)
    rows = rows[len(titles) :]
    if not rows:
        return titles, False
    if len(used) < 2 or _lays_out(rows):
        return titles + [block for row in rows for _, cell in sorted(row.items()) for block in cell.blocks], False
    if made.is_large or len(used) * len(rows) > MOST_CELLS:
        return titles + list(_lines(rows)), True
    lines: list[tuple[Line, ...]] = [
        tuple(flat(row[column].blocks) if column in row else () for column in used) for row in rows
    ]
    lines[0] = tuple(without_strong(cell) for cell in lines[0])  # a header is bold by itself
    return [*titles, Table(tuple(_common(rows[1:], column) for column in used), tuple(lines))], False


def _titles(rows: list[dict[int, Cell]], used: list[int]) -> list[Block]:
    """What sheets write over all columns, above the header."""
    found: list[Block] = []
    for row in rows:
        filled = [(column, cell) for column, cell in row.items() if cell.blocks]
        column, cell = filled[0]
        if len(filled) > 1 or len(used) < 2 or column + _span(cell.node, "colspan") <= used[-1] or column > used[0]:
            break
        found += cell.blocks
    return found


def _lays_out(rows: list[dict[int, Cell]]) -> bool:
    """One row whose cells hold more than words puts things side by side."""
    return len(rows) == 1 and any(
        len(cell.blocks) > 1 or not all(isinstance(block, Paragraph) for block in cell.blocks)
        for cell in rows[0].values()
    )


def _lines(rows: list[dict[int, Cell]]) -> Iterator[Block]:
    for row in rows:
        cells = [flat(cell.blocks) for _, cell in sorted(row.items()) if cell.blocks]
        line = [part for cell in cells for part in (Run(" "), *cell)]
        yield Paragraph(tuple(line[1:]))


def _common(rows: list[dict[int, Cell]], column: int) -> str:
    """The alignment that all cells of a column share, if it says anything."""
    aligns = {row[column].align for row in rows if column in row and row[column].blocks}
    align = aligns.pop() if len(aligns) == 1 else ""
    return "" if align == "left" else align


def _align(node: Node, declared: Callable[[Node], Declared]) -> str:
    inner = next((child for child in node.children if isinstance(child, Node) and child.name in ("p", "div")), None)
    for element in (inner, node):
        if element is not None:
            align = declared(element).get("text-align") or element.get("align").lower()
            if align in _ALIGNS:
                return align
    return ""


def _span(node: Node, name: str) -> int:
    found = _SPAN.match(node.get(name))
    return max(1, min(_MOST_SPAN, int(found[1]))) if found else 1
