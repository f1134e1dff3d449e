"""Sentences for a run, or a whole submission, that did not come to its end."""

from __future__ import annotations

from collections.abc import Sequence

from grader.encoding import Thing
from grader.judge.finding import Finding
from grader.judge.slips import SLIPS, slip_meaning
from grader.judge.timeline import call_label, timeline
from grader.judge.values import decoded
from grader.judge.wording import at, error_text
from grader.run import Call, Error, Run, Trouble, Waiting, Where
from grader.waits import asking, circle, together

MOST_WAITING = 4  # tasks named in one sentence
MOST_CYCLES = 2

_CALLED = "the function is called as its stub declares it"

# What Python says about typical slips, and what it means: by type and a piece of the message.
_MEANINGS = (
    (
        "TypeError",
        "used in 'await' expression",
        "only coroutine objects, Tasks, Futures and objects with `__await__` can be awaited",
    ),
    (
        "TypeError",
        "'async for'",
        "`async for` needs an async iterator: an `async def` with `yield`, or `__aiter__`",
    ),
    (
        "TypeError",
        "not an async iterator",
        "an async generator is an `async def` with `yield`",
    ),
    (
        "TypeError",
        "not support the context manager protocol",  # newer Pythons name the asynchronous one, too
        "what may have to wait, as a lock or a semaphore, is entered with `async with`",
    ),
    (
        "TypeError",
        "asynchronous context manager",
        "`async with` needs `__aenter__` and `__aexit__`",
    ),
    (
        "TypeError",
        "Passing coroutines is forbidden",
        "asyncio.wait takes tasks, not coroutine objects",
    ),
    (
        "TypeError",
        "unhashable type: 'list'",
        "a list cannot stand here; what takes many things one by one is called with a star",
    ),
    (
        "TypeError",
        "__aexit__() takes",
        "Python calls it with the type of the error, the error and its traceback",
    ),
    ("TypeError", "positional argument", _CALLED),
    ("TypeError", "unexpected keyword argument", _CALLED),
    (
        "TypeError",
        "not 'coroutine'",
        "calling an `async def` gives a coroutine object; its value comes when it is awaited",
    ),
    (
        "TypeError",
        "Future'",
        "a Future stands for a value to come, which is there once it is awaited",
    ),
    (
        "TypeError",
        "object is not callable",
        "what stands before the brackets is no function: perhaps it was called one time too many",
    ),
    (
        "RuntimeError",
        "cannot reuse already awaited coroutine",
        "a coroutine object runs once; keep its result, or a Task, where several need it",
    ),
    (
        "RuntimeError",
        "coroutine is being awaited already",
        "a coroutine object has room for one who awaits it; a Task can be awaited by several",
    ),
    ("ValueError", "Tasks/Futures is empty", "asyncio.wait refuses to wait for nothing"),
    (
        "RuntimeError",
        "no running event loop",
        "this ran where no loop is, in a thread say: asyncio's calls belong in the loop's thread",
    ),
    ("RuntimeError", "running event loop", "you are already inside a loop: await instead"),
    (
        "RuntimeError",
        "while another loop is running",
        "you are already inside a loop: await instead",
    ),
    (
        "RuntimeError",
        "event loop is already running",
        "you are already inside a loop: await instead",
    ),
    (
        "RuntimeError",
        "different event loop",
        "it was made in one loop and used in another: each loop needs one of its own",
    ),
    (
        "RuntimeError",
        "raised StopIteration",
        "StopIteration cannot leave a coroutine or a generator",
    ),
    (
        "RuntimeError",
        "ignored GeneratorExit",
        "after it is closed, a generator must not yield again",
    ),
    ("InvalidStateError", "not set", "a result is there once the task is done: await it"),
    ("InvalidStateError", "not done", "a result is there once the task is done: await it"),
    ("InvalidStateError", "invalid state", "a Future takes one result, once"),
)


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
        message=trouble.message or f"Your code could not be run to its end ({trouble.kind}).",
        because="; ".join([*_circles(cycles), *told]),
        where=trouble.where or _first_line(circling or others),
        timeline=timeline(run) if run else (),
        cycles=tuple(circle(names, by_name, shown) for names in cycles[:MOST_CYCLES]),
    )


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
        because=_meaning(error),
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


def is_slip(error: Error) -> bool:
    """Return whether an error is a slip of the pen: a name that is not there."""
    return error.mark is None and error.type in SLIPS


def _meaning(error: Error) -> str:
    if is_slip(error):
        return slip_meaning(error)
    for kind, piece, meaning in _MEANINGS:
        if error.type == kind and piece in error.message:
            own = meaning is _CALLED and at(error.where)  # a call of the submission's, not of it
            return "the call does not give the arguments that are asked for" if own else meaning
    return next((_meaning(member) for member in error.inner if _meaning(member)), "")


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
