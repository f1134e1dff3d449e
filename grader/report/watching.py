"""The screen of `watch`: one kata's verdict, how far, and the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from grader.catalog import Kata
from grader.marks import Mark
from grader.report.judged import Judged
from grader.report.kata_page import after, files, in_lines, title, to_do
from grader.report.lines import GOOD, QUIET, STRONG, folded, line, rendered
from grader.report.paper import Paper
from grader.report.terminal import progress_bar

KEYS = "n next  h hint  s show task  l list  r reset  c check all  q quit"
KEYS_ONCE_SOLVED = KEYS.replace("c check", "v solution  c check")
LEAST_LINES = 5  # of a verdict
MORE = "space: more   any other key: back"
BACK = "any key: back"
SOLVED = "Solved. Press n for the next kata, or go on trying other ways."


@dataclass(frozen=True)
class Standing:
    """How far somebody is: core katas solved, of how many; `seconds` are real, of one verdict."""

    solved: int
    of: int
    seconds: float = 0.0


def standing(katas: Sequence[Kata], marks: Mapping[str, Mark], seconds: float = 0.0) -> Standing:
    """Return how far the marks say that somebody is."""
    core = [kata for kata in katas if not kata.stretch]
    solved = sum(marks.get(kata.id, Mark()).is_solved for kata in core)
    return Standing(solved, len(core), seconds)


def watched_page(item: Judged, reached: Standing, paper: Paper, note: str = "") -> str:
    """Return one screen about a kata, a note and the keys on its last lines."""
    head = [_head(paper, item, reached), Text()]
    solved = item.verdict.solved
    last = folded(paper, note) if note else []
    last += _keys(paper, KEYS_ONCE_SOLVED if solved else KEYS)
    whole = [Text(), *([] if solved else files(paper, item)), *last]
    # On a small screen the verdict needs the lines more than what is the same all the time.
    least = len(head) + LEAST_LINES
    foot = next((each for each in (whole, last) if least + len(each) <= paper.height), [])
    room = paper.height - len(head) - len(foot)
    return rendered(paper, _filled(paper, head, _body(paper, item, room), foot))


def said_page(text: str, paper: Paper) -> str:
    """Return a page of a few plain sentences."""
    return rendered(paper, [row for part in text.split("\n") for row in folded(paper, part)])


def aside_page(text: str, paper: Paper, first: int = 0) -> str:
    """Return a screen of other text, from its row `first` on."""
    rows = text.rstrip("\n").split("\n")
    room = max(paper.height - 2, 1)
    shown = rows[first : first + room]
    keys = rendered(paper, _keys(paper, MORE if first + room < len(rows) else BACK))
    return "\n".join([*shown, *[""] * (room - len(shown) + 1), keys.rstrip("\n")])


def next_rows(text: str, paper: Paper, first: int) -> int | None:
    """Return where the screen after the one from `first` begins; None behind the last one."""
    room = max(paper.height - 2, 1)
    return first + room if first + room < len(text.rstrip("\n").split("\n")) else None


def _head(paper: Paper, item: Judged, reached: Standing) -> Text:
    bar = progress_bar(reached.solved, reached.of, 20 if paper.width >= 60 else 10)
    share = f"{reached.solved}/{reached.of}"
    took = f"  {reached.seconds:.2f} s" if reached.seconds else ""
    name = item.kata.id
    gap = paper.width - len(bar) - len(share) - len(name) - len(took) - 1
    if gap < 1:  # the verdict's title names the kata too
        gap, name, took = 0, "", ""
    start = (bar, GOOD if reached.solved else QUIET)
    return line(paper, start, " ", (share, STRONG), " " * gap, name, (took, QUIET))


def _body(paper: Paper, item: Judged, room: int) -> list[Text]:
    if item.verdict.solved:
        said = folded(paper, SOLVED, indent=2, style=GOOD)
        return [*title(paper, item), *said, Text(), *after(paper, item)]
    if item.verdict.not_started:
        return to_do(paper, item)
    return in_lines(paper, item, room)


def _keys(paper: Paper, text: str) -> list[Text]:
    return folded(paper, text, style=QUIET)


def _filled(
    paper: Paper, head: Sequence[Text], body: Sequence[Text], foot: Sequence[Text]
) -> list[Text]:
    """Put the keys on the last line, and let nothing push them off the screen."""
    room = max(paper.height - len(head) - len(foot), 0)
    empty = [Text()] * (room - len(body))
    return [*head, *body[:room], *empty, *foot]
