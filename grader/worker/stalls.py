"""Who waited for whom, as a learner may know it: his own file's name, and times of his run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from grader.lab.stall import BusyWaitError, EndlessError, StallError
from grader.run import Party, Trouble, Waiting
from grader.worker.submission import place

MOST_WAITING = 20

Since = Callable[[float], float]  # from the clock's own seconds to those of the run


def placed(wait: Waiting, since: Since) -> Waiting:
    """Return `wait` with lines as the learner knows them, and times since the scenario began."""
    by = tuple(_placed(party, since) for party in wait.by[:MOST_WAITING])
    return replace(wait, where=place(wait.where), by=by)


def _placed(party: Party, since: Since) -> Party:
    moment = None if party.since is None else since(party.since)
    return replace(party, where=place(party.where), since=moment)


def stall_trouble(error: StallError, since: Since) -> Trouble:
    """Return the trouble of a run that stood still or span; who is in a circle comes first."""
    circling = {name for names in error.cycles for name in names}
    first = sorted(error.waiting, key=lambda wait: wait.task not in circling)[:MOST_WAITING]
    kind, message = _told(error)
    known = {wait.task for wait in first}
    return Trouble(
        kind,
        message,
        place(error.where),
        tuple(placed(wait, since) for wait in error.waiting if wait.task in known),
        tuple(names for names in error.cycles if known.issuperset(names)),
    )


def _told(error: StallError) -> tuple[Literal["busy wait", "endless", "deadlock"], str]:
    if isinstance(error, BusyWaitError):
        return "busy wait", (
            f"The loop turned {error.turns:,} times in one instant:"
            " your code asks again and again instead of waiting."
        )
    return "endless" if isinstance(error, EndlessError) else "deadlock", error.sentence
