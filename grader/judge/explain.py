"""The explanation of a failed check: what was expected, what was got, and because of what."""

from __future__ import annotations

from typing import Any

from grader.judge.arithmetic import sum_text
from grader.judge.finding import CheckFailed, Finding
from grader.judge.timeline import timeline
from grader.judge.wording import amount, is_timed, seconds
from grader.run import Run, Where

MAKESPAN = object()  # "no `got` given": None is an answer that a submission may well return


class Notebook:
    """Keeps what the current check explained last, until its failure is put into words."""

    def __init__(self) -> None:
        self.finding: Finding | None = None

    def finding_for(self, error: AssertionError) -> Finding:
        """Return the words for a failed assertion: its explanation, or its plain message."""
        if isinstance(error, CheckFailed):
            return error.finding
        text = message_of(error)
        if self.finding is not None and text.startswith(self.finding.message):
            return self.finding
        return Finding(text)


def message_of(error: AssertionError) -> str:
    """Return the author's message alone.

    pytest's rewriting appends the values of the failed expression ("assert 4 == 1 ..."), which are
    for the author; a bare `assert` has nothing to say to a learner.
    """
    text = str(error.args[0]) if error.args else ""
    if text.startswith("assert "):
        return ""
    return " ".join(text.split("\nassert ")[0].split())


def explanation(
    run: Run,
    expected: Any,
    formula: str = "",
    *,
    got: Any = MAKESPAN,
    because: str = "",
    where: Where | None = None,
) -> Finding:
    """Return a finding about `run`; `got` defaults to its makespan with the arithmetic of it."""
    timed = got is MAKESPAN or isinstance(got, str) or is_timed(got)
    timed = timed or (got == [] and is_timed(expected))
    wanted = amount(expected, timed=timed) + (f" = {formula}" if formula else "")
    seen = _makespan(run) if got is MAKESPAN else amount(got, timed=timed)
    message = f"Expected {wanted}, got {seen}"
    if because:  # an error's own text often ends with a full stop
        message = f"{_unstopped(message)}: {because}"
    finding = Finding(
        message=_sentence(message),
        expected=wanted,
        got=seen,
        because=because,
        where=where,
        timeline=timeline(run),
    )
    return finding.about(run)


def _makespan(run: Run) -> str:
    total = sum_text(run)
    return seconds(run.makespan) + (f" = {total}" if total else "")


def _unstopped(text: str) -> str:
    return text if text.endswith("..") else text.removesuffix(".")


def _sentence(text: str) -> str:
    # One line, and comparable with what pytest makes of an assertion message.
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."
