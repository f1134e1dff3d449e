"""Timelines drawn in characters: who ran from when to when, on one scale of virtual seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from grader.judge.wording import number
from grader.verdict import Bar

LEAST_COLUMNS = 8
MOST_COLUMNS = 40

# Steps between two marks of the scale that read well; suites draw latencies in eighths.
_STEPS = tuple(sorted({m * 10.0**k for k in range(-6, 7) for m in (1, 2, 5)} | {0.125, 0.25}))


@dataclass(frozen=True)
class Row:
    """One line of a picture."""

    label: str
    drawing: str
    note: str = ""


@dataclass(frozen=True)
class Picture:
    """Rows of equal scale, and how many more there were."""

    rows: tuple[Row, ...]
    scale: str
    left_out: int = 0


@dataclass(frozen=True)
class Strokes:
    """The characters that bars are drawn with."""

    start: str
    through: str
    end: str
    running: str
    instant: str


UNICODE = Strokes("├", "─", "┤", ">", "│")
ASCII = Strokes("|", "=", "|", ">", "|")


def timeline(
    bars: Sequence[Bar],
    *,
    columns: int,
    until: float | None = None,
    most: int = 8,
    unicode: bool = True,
) -> Picture:
    """Draw the bars to `until` seconds or the last end, in at most `columns` and `most` rows.

    Bars of one label that follow each other share a row. Rows with a note are left out last.
    """
    end = last_moment(bars, until)
    lanes = lanes_of(bars)
    chosen = _chosen(lanes, most)
    column = Column(end, max(LEAST_COLUMNS, min(columns, MOST_COLUMNS)))
    strokes = UNICODE if unicode else ASCII
    rows = tuple(Row(lane[0].label, drawn(lane, column, strokes), noted(lane)) for lane in chosen)
    return Picture(rows, scale_of(column), len(lanes) - len(chosen))


def last_moment(bars: Sequence[Bar], until: float | None = None) -> float:
    """Return when the last bar ends, or `until` where that is later."""
    return max([bar.start for bar in bars] + [bar.end or 0.0 for bar in bars] + [until or 0.0, 0.0])


def shortened(label: str, columns: int, *, unicode: bool = True) -> str:
    """Return the label in exactly `columns` columns; of a long one the tail, where names differ."""
    if cell_len(label) > columns:
        ellipsis = "…" if unicode else ".."
        tail = label
        while tail and cell_len(tail) > columns - len(ellipsis):
            tail = tail[1:]
        label = ellipsis + tail
    return set_cell_size(label, columns)


@dataclass(frozen=True)
class Column:
    """The column at which a moment stands."""

    end: float
    columns: int

    def at(self, moment: float) -> int:
        """Return the place from the left, from 0."""
        return round(moment / self.end * (self.columns - 1)) if self.end else 0


def lanes_of(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Return the bars in lanes: those of one label that follow each other share one."""
    lanes: list[list[Bar]] = []
    for bar in bars:
        lane = next((lane for lane in lanes if _follows(lane[-1], bar)), None)
        if lane is None:
            lanes.append([bar])
        else:
            lane.append(bar)
    return lanes


def _follows(last: Bar, bar: Bar) -> bool:
    return last.label == bar.label and last.end is not None and bar.start >= last.end


def _chosen(lanes: list[list[Bar]], most: int) -> list[list[Bar]]:
    if len(lanes) <= most:
        return lanes
    noted = [n for n, lane in enumerate(lanes) if any(bar.note for bar in lane)]
    others = [n for n in range(len(lanes)) if n not in noted]
    return [lanes[n] for n in sorted((noted + others)[:most])]


def noted(lane: Sequence[Bar]) -> str:
    """Return what is noted of the bars of a lane, each note once."""
    return "; ".join(dict.fromkeys(bar.note for bar in lane if bar.note))


def drawn(lane: Sequence[Bar], column: Column, strokes: Strokes) -> str:
    """Return the bars of a lane as characters."""
    cells = [" "] * column.columns
    for bar in lane:
        first = column.at(bar.start)
        last = column.columns - 1 if bar.end is None else column.at(bar.end)
        if first == last:
            cells[first] = strokes.instant
            continue
        cells[first + 1 : last] = strokes.through * (last - first - 1)
        cells[first] = strokes.start if cells[first] == " " else strokes.instant
        cells[last] = strokes.running if bar.end is None else strokes.end
    return "".join(cells).rstrip()


def scale_of(column: Column) -> str:
    """Return the scale under a picture: `0    1    2 s`, no wider than it but for the unit.

    A last mark that would stand out is moved in, and one that it would touch makes room.
    """
    step = next((step for step in _STEPS if _fits(step, column)), column.end)
    count = int(column.end / step + 1e-9) if step else 0
    marks = [(column.at(n * step), number(n * step)) for n in range(count + 1)]
    place, last = marks.pop()
    place = max(0, min(place, column.columns - len(last)))
    cells = ""
    for at, text in [*(mark for mark in marks if mark[0] + len(mark[1]) < place), (place, last)]:
        cells = cells.ljust(at) + text
    return f"{cells} s"


def _fits(step: float, column: Column) -> bool:
    if step > column.end:
        return False
    widest = max(len(number(step)), len(number(column.end // step * step)))
    return step / column.end * (column.columns - 1) >= widest + 2
