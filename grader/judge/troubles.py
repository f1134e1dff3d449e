"""Sentences for a run, or a whole submission, that did not come to its end."""

from __future__ import annotations

from collections.abc import Sequence

from grader.encoding import Thing
from grader.judge.finding import Finding
from grader.judge.meanings import meaning_of
from grader.judge.slips import slip_meaning
from grader.judge.timeline import call_label, timeline
from grader.judge.values import decoded
from grader.judge.wording import at, error_text
from grader.run import Call, Error, Run, Trouble, Waiting, Where
from grader.waits import asking, circle, together

MOST_WAITING = 4  # tasks named in one sentence
MOST_CYCLES = 2


def incomplete(run: Run) -> Finding | None:
    """Return why `run` did not come to its end, or None when it did."""
    if run.trouble is not None:
        return of_trouble(run.trouble, run)
    if run.error is not None:
        return of_error(run.error, run)
    return None


def of_trouble(trouble: Trouble, run: Run | None = None) -> Finding:
    """Return the words for a trouble; its message is the worker's sentence."""
    by_name = {wait.task: wait for wait in trouble.waiting}
    cycles = [names for names in trouble.cycles if all(name in by_name for name in names)]
    circling = [by_name[name] for names in cycles for name in names]
    others = [wait for wait in trouble.waiting if wait not in circling]
    # What the suite itself waits for is of interest only where there is nothing else.
    others = [wait for wait in others if not _is_suites(wait)] or ([] if cycles else others)
    told = asking(others, shown) if trouble.kind == "busy wait" else _others(others)
    return Finding(
        message=_sentence(trouble),
        because="; ".join([*_circles(cycles), *told]),
        where=trouble.where or _first_line(circling or others),
        timeline=timeline(run) if run else (),
        cycles=tuple(circle(names, by_name, shown) for names in cycles[:MOST_CYCLES]),
    )


def _sentence(trouble: Trouble) -> str:
    if not trouble.message:
        return f"Your code could not be run to its end ({trouble.kind})."
    meant = trouble.kind == "import" and slip_meaning(
        Error("", trouble.message, where=trouble.where)
    )
    if not meant:
        return trouble.message
    return f"{trouble.message.removesuffix('.')}; {meant}{'' if meant.endswith('?') else '.'}"


def _is_suites(wait: Waiting) -> bool:
    return wait.where is not None and wait.where.owner == "suite"


def _first_line(waiting: Sequence[Waiting]) -> Where | None:
    """Return the first line that does not only wait for the end of others."""
    ends = [wait for wait in waiting if all(party.role != "is awaited" for party in wait.by)]
    return next((wait.where for wait in ends if shown(wait.where)), None)


def _circles(cycles: Sequence[Sequence[str]]) -> list[str]:
    told = list(map(_circle, cycles[:MOST_CYCLES]))
    if len(cycles) > MOST_CYCLES:
        more = len(cycles) - MOST_CYCLES
        told.append(f"{more} more circle{'s' if more > 1 else ''} of this kind")
    return told


def _circle(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} waits for itself"
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{listed} wait for each other{' in a circle' if len(names) > 2 else ''}"


def _others(waiting: Sequence[Waiting]) -> list[str]:
    lines = together(waiting, shown)
    if len(lines) > MOST_WAITING:
        lines[MOST_WAITING:] = [f"{len(lines) - MOST_WAITING} more wait otherwise"]
    return lines


def shown(where: Where | None) -> str:
    """Return ` file.py:3` for a line that a learner can look up, else ""."""
    return at(where).removeprefix(" at")


def of_error(error: Error, run: Run | None = None) -> Finding:
    """Return the words for an exception that came out of a scenario."""
    return Finding(
        message=_error_sentence(error),
        because=meaning_of(error),
        where=error.where,
        timeline=timeline(run) if run else (),
    )


def _error_sentence(error: Error) -> str:
    if error.type == "NotImplementedError":
        return f"Not started yet: NotImplementedError is raised{at(error.where)}."
    if error.mark is not None:
        return f"A given function's failure came out of your code: {error_text(error)}."
    if not at(error.where):
        return f"Using your code raised {error_text(error)}."
    return f"Your code raised {error_text(error)} ({error.where})."


def no_run(scenario: str, trouble: Trouble | None) -> Finding:
    """Return the words for a scenario of which nothing was recorded."""
    if trouble is not None:
        return of_trouble(trouble)
    return Finding(f"The experiment `{scenario}` gave no result: your code ended it early.")


def coroutine_returned(run: Run) -> tuple[Call, Thing] | None:
    """Return the first call of the submission that gave a coroutine object, and the object."""
    for call in run.calls:
        value = decoded(call.value)
        if (
            call.of == "submission"
            and isinstance(value, Thing)
            and value.kind == "coroutine object"
        ):
            return call, value
    return None


def coroutine_sentence(call: Call, thing: Thing) -> str:
    """Return what it means that `call` handed back a coroutine object."""
    made = f" `{thing.name}(...)`" if thing.name else ""
    return f"`{call_label(call)}` returned the coroutine object{made}, and nobody awaited it"
