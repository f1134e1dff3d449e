"""A scene in percent of its width: rows of shapes that a template writes as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from grader.judge.wording import number, seconds
from grader.report.html.lanes import Ending, Span
from grader.report.html.scene import Band, Scene

MOST_MARKS = 5  # of a scale: as many as a phone has room for
LEAST_PERCENT = 0.6  # what lasted no time is still to be seen

_STEPS = tuple(sorted({m * 10.0**k for k in range(-6, 7) for m in (1, 2, 2.5, 5)}))

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Shape:
    """A bar from `x` on; `said` is what it tells whoever points at it."""

    kind: str
    x: float
    width: float
    said: str
    ending: Ending | Literal["on"]  # "on": it goes on after what is drawn

    @property
    def is_instant(self) -> bool:
        """True for what is as short as anything is drawn."""
        return self.width <= LEAST_PERCENT

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True)
class Words:
    """A text at a place of the scale."""

    x: float
    text: str
    anchor: Anchor


@dataclass(frozen=True)
class Row:
    """A line of a drawing: a lane with its name, or only a text; `first` begins a new kind."""

    name: str = ""
    shapes: tuple[Shape, ...] = ()
    first: bool = False
    is_text: bool = False


@dataclass(frozen=True)
class Mark:
    """A moment drawn through all rows, with its words in a row of their own."""

    kind: str
    words: Words


@dataclass(frozen=True)
class Drawing:
    """One run: marks first, then rows, then the scale; `came` is what came of a cancel."""

    seconds: str
    came: str
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    scale: tuple[Words, ...]
    facts: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many rows it takes, with marks and scale."""
        return len(self.marks) + len(self.rows) + 1


def drawing_of(scene: Scene, until: float) -> Drawing:
    """Return a scene on a scale from 0 to `until` virtual seconds, which has to be above 0.

    What comes later is not drawn, but stands among the facts.
    """
    scale = Scale(until)
    rows = tuple(row for band in scene.bands for row in _rows(band, scale))
    marks = tuple(
        Mark(each.kind, scale.words(each.at, each.said))
        for each in scene.moments
        if each.at <= until
    )
    facts = tuple(_facts(scene))
    return Drawing(seconds(scene.seconds), scene.came, rows, marks, scale.marks(), facts)


@dataclass(frozen=True)
class Scale:
    """Virtual seconds as percent of the width."""

    until: float

    def at(self, moment: float) -> float:
        """Return where a moment stands; the end for one that comes after it."""
        return round(100 * min(moment / self.until, 1), 2)

    def words(self, moment: float, text: str) -> Words:
        """Return words at a moment, on the side where there is room."""
        x = self.at(moment)
        return Words(x, text, "start" if x < 33 else "end" if x > 67 else "middle")

    def marks(self) -> tuple[Words, ...]:
        """Return the marks of the scale: round numbers, the last one with its unit."""
        step = next((step for step in _STEPS if self.until / step < MOST_MARKS), self.until)
        moments = [n * step for n in range(int(self.until / step + 1e-9) + 1)]
        marks = [Words(self.at(moment), number(moment), "middle") for moment in moments]
        last = marks[-1]
        anchor: Anchor = "end" if last.x > 92 else "middle"
        marks[-1] = Words(last.x, f"{last.text} s", anchor)
        return (Words(0, "0", "start"), *marks[1:])


def _rows(band: Band, scale: Scale) -> Iterator[Row]:
    for place, lane in enumerate(band.lanes):
        shapes = tuple(_shape(span, scale) for span in lane.spans if span.start <= scale.until)
        yield Row(lane.name, shapes, first=place == 0)
    if band.left_out:
        yield Row(_left_out(band), is_text=True)


def _shape(span: Span, scale: Scale) -> Shape:
    x = min(scale.at(span.start), 100 - LEAST_PERCENT)
    width = max(round(scale.at(span.end) - x, 2), LEAST_PERCENT)
    ending: Ending | Literal["on"] = "on" if span.end > scale.until else span.ending
    return Shape(span.kind, x, width, span.said, ending)


def _left_out(band: Band) -> str:
    return f"and {band.left_out:,} more {band.group}"


def _facts(scene: Scene) -> Iterator[str]:
    yield from (moment.said for moment in scene.moments)
    yield from filter(None, (scene.came,))
    for band in scene.bands:
        for lane in band.lanes:
            for span in lane.spans:
                yield span.said
        if band.left_out:
            yield _left_out(band)
