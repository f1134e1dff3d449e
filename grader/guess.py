"""What a learner says of a program before it runs, and how much of it was right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.errors import UsageError
from grader.run import Run

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NEVER = "never"
_CLOSE_SECONDS = 0.001  # a third of a second has no end when it is typed


@dataclass(frozen=True)
class Facts:
    """What happened: the printed lines in order, and when the program ended; None: never."""

    lines: tuple[str, ...]
    end: float | None

    @property
    def lettered(self) -> tuple[str, ...]:
        """The lines by their letters: sorted by text, which says nothing about the order."""
        return tuple(sorted(self.lines)[: len(LETTERS)])

    @property
    def order(self) -> str:
        """The right answer, as letters."""
        return "".join(LETTERS[self.lettered.index(text)] for text in self.lines[: len(LETTERS)])


def facts_of(run: Run) -> Facts:
    """Return what there was to predict of a run."""
    end = None if run.trouble is not None else run.makespan
    return Facts(tuple(line.text for line in run.printed), end)


@dataclass(frozen=True)
class Guess:
    """An answer; what was skipped is None. `finishes` is in virtual seconds, or `never`."""

    finishes: float | str | None = None
    order: str | None = None

    def time_is_right(self, facts: Facts) -> bool:
        """True when the end was predicted."""
        if isinstance(self.finishes, float) and facts.end is not None:
            return abs(self.finishes - facts.end) < _CLOSE_SECONDS
        return self.finishes == NEVER and facts.end is None

    def order_is_right(self, facts: Facts) -> bool:
        """True when the lines were predicted in their order; equal lines may change places."""
        if self.order is None:
            return False
        return tuple(facts.lettered[LETTERS.index(each)] for each in self.order) == facts.lines


def finishes_of(text: str) -> float | str:
    """Return the seconds that somebody typed, or `never`; raise `UsageError` for anything else."""
    typed = text.strip().lower()
    if typed == NEVER:
        return NEVER
    match = re.fullmatch(r"(\d{1,6}(?:[.,]\d{0,6})?|[.,]\d{1,6})\s*(?:s|seconds?)?", typed)
    if not match:
        raise UsageError(f"{text.strip()!r} is no number of seconds. Type one like 2.5, or never.")
    return float(match[1].replace(",", "."))


def order_of(text: str, lettered: Sequence[str]) -> str:
    """Return the letters that somebody typed; raise `UsageError` unless each is there once."""
    typed = re.sub(r"[\s,;.>-]+", "", text).upper()
    wanted = LETTERS[: len(lettered)]
    if sorted(typed) != sorted(wanted):
        example = wanted[1::-1] + wanted[2:]
        raise UsageError(f"Type each of {wanted[0]} to {wanted[-1]} once, like {example}.")
    return typed
