"""The submission's stdout and stderr: kept apart, bounded, and shown to the learner."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from grader.run import Printed

SHOWN_CHARACTERS = 20_000
FLOOD_CHARACTERS = 2_000_000  # a run that prints this much prints for ever


class Output(io.TextIOBase):
    """A text stream that keeps the first part of what is printed.

    It says when that becomes a flood.
    """

    def __init__(self, on_flood: Callable[[], object]) -> None:
        self._parts: list[tuple[float, str]] = []
        self._kept = 0
        self.now: Callable[[], float] = float  # the time of a run, where lines are to have one
        self.is_over = False  # what is printed from now on is no longer the program's
        self._seen = 0
        self._on_flood = on_flood

    def writable(self) -> bool:
        """Return True: it is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Keep the text as far as there is room."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        room = SHOWN_CHARACTERS - self._kept
        if room > 0 and not self.is_over:
            part = text[:room].encode(errors="replace").decode()
            self._parts.append((self.now(), part))
            self._kept += len(part)
        self._seen += len(text)
        if self._seen > FLOOD_CHARACTERS:
            self._seen = 0
            self._on_flood()
        return len(text)

    def lines(self) -> tuple[Printed, ...]:
        """Return the lines that were printed since the last `take`."""
        done: list[Printed] = []
        begun: Printed | None = None
        for at, part in self._parts:
            *whole, rest = part.split("\n")
            for text in whole:
                done.append(Printed(begun.at, begun.text + text) if begun else Printed(at, text))
                begun = None
            if rest:
                begun = Printed(begun.at, begun.text + rest) if begun else Printed(at, rest)
        return (*done, begun) if begun else tuple(done)

    def take(self) -> str:
        """Return what was printed since the last call."""
        text = "".join(part for _, part in self._parts)
        self._parts.clear()
        self._kept = self._seen = 0
        return text

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Stand in for stdout and stderr during the block."""
        before = sys.stdout, sys.stderr
        sys.stdout = sys.stderr = self
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before
