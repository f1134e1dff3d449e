"""Where a command meets the world: streams, environment, folder, and what it judges with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from textwrap import wrap
from typing import Any, TextIO, TypeVar

from grader.catalog import Course, Kata, find_course
from grader.errors import UsageError
from grader.progress import Progress
from grader.report.advice import Advice
from grader.report.paper import Paper, is_dumb, is_terminal, paper_for

# Called with the course and the katas; gives a context manager with
# `start()` and `judge(kata, path) -> Verdict`.
RunnerFactory = Callable[..., Any]

T = TypeVar("T")


@dataclass
class Outside:
    """Everything a command may touch. Its pages for stdout are kept until it has an exit code."""

    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    folder: Path
    runner: RunnerFactory
    program: str = "katas"
    stdin: TextIO | None = None
    pages: list[str] = field(default_factory=list)

    def page(self, text: str) -> None:
        """Say something on stdout."""
        self.pages.append(text)

    def deliver(self) -> bool:
        """Write the pages so far to stdout at once; False when its reader has gone away.

        A command need not, unless somebody is to answer to them. Raises `UsageError` when stdout
        cannot be written to.
        """
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        text = "".join(self.pages).encode(encoding, "backslashreplace").decode(encoding)
        self.pages.clear()
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except BrokenPipeError:
            _abandon(self.stdout)
            return False
        except (OSError, ValueError) as error:
            _abandon(self.stdout)
            raise UsageError(
                f"The output cannot be written: {getattr(error, 'strerror', None) or error}."
            ) from error
        return True

    def note(self, text: str) -> None:
        """Say one line on stderr at once, folded for a terminal; nobody listening is no trouble."""
        with suppress(OSError, ValueError):
            self.stderr.write(self.clear_line + self._folded(text) + "\n")
            self.stderr.flush()

    def can_ask(self) -> bool:
        """Return True where somebody at a terminal can answer."""
        return is_terminal(self.stdin) and is_terminal(self.stderr)

    def has_screen(self) -> bool:
        """Return True where somebody types, and sees on stdout what is drawn."""
        return is_terminal(self.stdin) and is_terminal(self.stdout)

    def asked(self, question: str) -> str | None:
        """Return what somebody at a terminal answers; None where nobody can be asked.

        "" when they end their input instead.
        """
        if self.stdin is None or not self.can_ask():
            return None
        if isinstance(self.stdin, TextIOWrapper) and self.stdin.errors == "strict":
            self.stdin.reconfigure(errors="replace")  # whatever is typed, it is an answer
        self.stderr.write(self._folded(question) + " ")
        self.stderr.flush()
        answer = self.stdin.readline()
        if not answer:  # the cursor still stands behind the question
            self.stderr.write("\n")
        return answer

    def _folded(self, text: str) -> str:
        """Return a line as it is read best: folded between words and commands on a terminal."""
        if not is_terminal(self.stderr):
            return text
        glued = re.sub(r"`[^`]*`", lambda command: command[0].replace(" ", "\xa0"), text)
        width = paper_for(self.stderr, self.environ).width
        rows = wrap(glued, width, break_long_words=False, break_on_hyphens=False)
        return "\n".join(rows).replace("\xa0", " ")

    @cached_property
    def paper(self) -> Paper:
        """What stdout can show."""
        return paper_for(self.stdout, self.environ)

    @cached_property
    def live(self) -> bool:
        """True when a line on stderr can be drawn again."""
        return is_terminal(self.stderr) and not is_dumb(self.environ)

    @property
    def clear_line(self) -> str:
        """What removes a progress line from the screen."""
        return "\r\x1b[K" if self.live else ""

    def working(self, text: str) -> None:
        """Show what is being done, in place of the last such line; nothing without a terminal."""
        if self.live:
            with suppress(OSError, ValueError):
                self.stderr.write(self.clear_line + text[: max(self.paper.width - 1, 0)])
                self.stderr.flush()

    def in_turn(self, doing: str, katas: Sequence[Kata], results: Iterator[T]) -> Iterator[T]:
        """Yield the result of each kata as it comes, and show which one is being waited for."""
        for number, kata in enumerate(katas, 1):
            self.working(f"{doing} {number}/{len(katas)}  {kata.id}")
            yield next(results)

    def course(self) -> Course:
        """Return the course around the current folder."""
        return find_course(self.folder)

    def progress(self, course: Course) -> Progress:
        """Return the learner's progress in the course."""
        return Progress(course.root, self.note)

    def advice(self, course: Course) -> Advice:
        """Return how commands are spelled here; make finds its Makefile at the top alone."""
        is_top = self.folder.resolve() == course.root.resolve()
        return Advice(self.program, make=is_top and (course.root / "Makefile").is_file())

    def shown(self, path: Path) -> str:
        """Return a path as it is typed from the current folder."""
        try:
            near = Path(os.path.relpath(path, self.folder))
        except ValueError:  # another drive
            return path.as_posix()
        return near.as_posix() if ".." not in near.parts[1:] else path.as_posix()


def _abandon(stream: TextIO) -> None:
    # Python flushes stdout once more at its end and would complain there.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
