"""`next` and `start`: which kata is the next one, and its file in an editor. They judge nothing."""

from __future__ import annotations

import argparse
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from grader.catalog import Course, Kata
from grader.commands.choice import asked_for, present
from grader.commands.editors import editor_of, opening
from grader.commands.outside import Outside
from grader.errors import EXIT_GRADED, UsageError
from grader.jobs import submission_text
from grader.marks import Mark
from grader.report.gist import gist, line_to_write
from grader.report.start import Place, next_page, place_page


def run_next(options: argparse.Namespace, outside: Outside) -> int:
    """Show the next unsolved kata, what it asks and what to type."""
    course = outside.course()
    marks = outside.progress(course).marks()
    kata = asked_for(None, outside, course, marks)
    if kata is not None:
        mark = marks.get(kata.id, Mark())
        place = _place(kata, outside)
        page = next_page(kata, mark, _task(kata), place, outside.paper, outside.advice(course))
        outside.page(page)
    return EXIT_GRADED


def run_start(options: argparse.Namespace, outside: Outside) -> int:
    """Open a kata's file in the learner's editor, or say where it is.

    Raises `UsageError` when there is no such editor, or it ends with an error.
    """
    course = outside.course()
    kata = asked_for(options.kata, outside, course, outside.progress(course).marks())
    if kata is None:
        return EXIT_GRADED
    present(kata, outside.advice(course))
    editor = editor_of(outside.environ)
    place = _place(kata, outside)
    if editor and outside.has_screen():
        _open(opening(editor, place.file, place.line), outside.folder)
    _say(course, kata, place, bool(editor), outside)
    return EXIT_GRADED


def _say(course: Course, kata: Kata, place: Place, has_editor: bool, outside: Outside) -> None:
    page = place_page(kata, place, has_editor, outside.paper, outside.advice(course))
    outside.page(page)


def _place(kata: Kata, outside: Outside) -> Place:
    file = kata.root / kata.stub
    line = line_to_write(submission_text(file))
    readme = kata.root / kata.readme
    chapter = readme.parent.parent / readme.name
    pages = [chapter, readme] if line and kata.opens_chapter else [readme]
    return Place(outside.shown(file), line, [outside.shown(page) for page in pages])


def _task(kata: Kata) -> str:
    """Return what the kata asks, read off the stub: the answer may be half written."""
    stubs = (submission_text(kata.root / path) for path in (kata.pristine, kata.stub))
    return next(filter(None, (gist(stub, kata.filename) for stub in stubs)), "")


def _open(command: Sequence[str], folder: Path) -> None:
    """Run the editor to its end; Ctrl-C is the editor's own business meanwhile."""
    try:
        with _deaf_to_interrupts():
            code = subprocess.run(command, cwd=folder, check=False).returncode
    except OSError as error:
        raise UsageError(
            f"The editor {command[0]!r} cannot be started ({error.strerror}). "
            "Set EDITOR to one that is installed."
        ) from None
    if code:
        how = f"with exit code {code}" if code > 0 else f"by signal {-code}"
        raise UsageError(f"The editor {command[0]!r} ended {how}. Your file is as it left it.")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    # Not SIG_IGN: the editor would inherit that.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
