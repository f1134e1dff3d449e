"""A kata and a learner's file as a job for the worker."""

from __future__ import annotations

from pathlib import Path

from grader.catalog import Kata, course_text
from grader.errors import UsageError
from grader.job import PROGRAM, Job, Program
from grader.plain import plain
from grader.strip import public_names, scenario_names, scenarios_only

MAX_SOURCE_BYTES = 1_000_000


def make_job(root: Path, kata: Kata) -> Job:
    """Return the job of a kata, still without a submission.

    Raises `CourseError` when its suite is broken.
    """
    suite = course_text(root, kata.suite)
    return Job(
        kata.id,
        kata.filename,
        b"",
        scenarios_only(suite, str(kata.suite)),
        _names(root, kata),
        scenario_names(suite),
    )


def example_job(root: Path, kata: Kata, source: bytes, program: Program) -> Job:
    """Return the job of a program that uses a kata's function, with a learner's source."""
    names = _names(root, kata)
    return Job(kata.id, kata.filename, source, "", names, (PROGRAM,), program=program)


def program_job(name: str, program: Program) -> Job:
    """Return the job of a program that needs no submission."""
    return Job(name, "", b"", "", {}, (PROGRAM,), program=program)


def _names(root: Path, kata: Kata) -> dict[str, str]:
    # From the reference: the stub is the learner's to edit. A hand-out may lack it.
    sources = (kata.reference, kata.pristine, kata.stub)
    source = next((path for path in sources if (root / path).exists()), kata.stub)
    return public_names(course_text(root, source), str(source))


def uses_http(root: Path, kata: Kata) -> bool:
    """Return True when a kata's suite may ask for mocked HTTP; False costs it only time."""
    return "http" in course_text(root, kata.suite)


def read_submission(path: Path) -> bytes:
    """Return a learner's file.

    Raises `UsageError` with a sentence when there is none that can be read.
    """
    try:
        with open(path, "rb", opener=plain) as file:
            source = file.read(MAX_SOURCE_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"{path.name} is missing.") from None
    except IsADirectoryError:
        raise UsageError(f"{path.name} is a folder, not a Python file.") from None
    except OSError as error:
        raise UsageError(f"{path.name} cannot be read: {error.strerror}.") from None
    if len(source) > MAX_SOURCE_BYTES:
        raise UsageError(
            f"{path.name} is larger than {MAX_SOURCE_BYTES:,} bytes; a kata fits in a thousandth."
        )
    return source


def submission_text(path: Path) -> str:
    """Return a learner's file as a page shows it; "" when it cannot be read."""
    try:
        return read_submission(path).decode(errors="replace")
    except UsageError:
        return ""
