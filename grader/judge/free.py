"""The checks that judge every run of every kata, whatever the task asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from grader.judge.finding import CheckFailed, Finding
from grader.judge.takes import depends, told_of
from grader.judge.timeline import timeline
from grader.judge.troubles import coroutine_returned, coroutine_sentence, of_trouble, shown
from grader.judge.wording import at, error_text, seconds
from grader.run import Blocked, Leftover, LostError, Run, Unawaited
from grader.verdict import LEFT_BEHIND
from grader.waits import sentence

PREFIX = "test_free_"
ENDLESS = ("deadlock", "busy wait", "endless", "never yields", "stuck")

Violations = Iterator[Finding]


@dataclass(frozen=True)
class FreeCheck:
    """A check that a suite need not write. `judge` yields what one run violates."""

    name: str  # without the prefix
    sentence: str
    judge: Callable[[Run], Violations]
    untold: tuple[str, ...] = ()  # kinds of trouble after which nobody can say that it holds
    of_sweeps: bool = False  # only where a scenario sweeps: elsewhere it could not fail

    def untold_by(self, runs: Sequence[Run]) -> bool:
        """Return whether a run was stopped before it could show a violation."""
        return any(run.trouble is not None and run.trouble.kind in self.untold for run in runs)

    def test(self, runs: Sequence[Run]) -> None:
        """Judge all runs; raise `CheckFailed` with the first and a count of the others."""
        found = [(finding, run) for run in runs for finding in self.judge(run)]
        if not found:
            return
        found.sort(key=lambda pair: pair[0].message.startswith(LEFT_BEHIND))  # causes come first
        first, guilty = found[0]
        others = len({finding.message for finding, _ in found}) - 1
        if others:
            because = _joined(first.because, f"and {others} more like it")
            first = replace(first, because=because)
        alike = [run for run in runs if run.scenario == guilty.scenario and run.cut is None]
        fails = [run for run in alike if any(run is other for _, other in found)]
        held = [run for run in alike if run not in fails]
        raise CheckFailed(replace(told_of(first, guilty), depends=depends(held, fails)))


def _comes_to_an_end(run: Run) -> Violations:
    if run.trouble is not None and run.trouble.kind in ENDLESS:
        yield of_trouble(run.trouble, run)


def _everything_awaited(run: Run) -> Violations:
    if run.trouble is not None or run.cut is not None:
        return  # what was about to be awaited when the run was stopped is nobody's mistake
    for forgotten in run.unawaited:
        yield _left_by_an_error(forgotten) if _has_raised(run) else _unawaited(forgotten)
    returned = coroutine_returned(run)
    if returned is not None and not run.unawaited:
        yield Finding(f"{coroutine_sentence(*returned)}.", where=returned[0].where)


def _has_raised(run: Run) -> bool:
    return {call.outcome for call in run.calls if call.of == "submission"} == {"raised"}


def _left_by_an_error(forgotten: Unawaited) -> Finding:
    return Finding(
        f"{LEFT_BEHIND}{forgotten.name}(...)`{at(forgotten.where, 'made at')} was not awaited when"
        " an error came out.",
        because="what is made before it is needed is lost when an error comes in between; make it"
        " where it is awaited, or a Task of it at once",
        where=forgotten.where,
    )


def _unawaited(forgotten: Unawaited) -> Finding:
    told = f"You made the coroutine `{forgotten.name}(...)`{at(forgotten.where)}"
    if forgotten.where is None or forgotten.where.owner == "suite":  # a scenario handed it over
        told = f"{LEFT_BEHIND}{forgotten.name}(...)` was made,"
    return Finding(
        f"{told} but nobody awaited it.",
        because="calling an `async def` runs nothing; await it, or a Task made of it",
        where=forgotten.where,
    )


# What is left, how its name is given, and the rule by which linters know it.
_LEFT = {
    "task": ("The task{}{} was still running{}.", " `{}`", ""),
    "thread": ("A thread{}{} was still busy{}.", " `{}`", ""),
    "process": ("A process{}{} was still running{}.", " `{}`", ""),
    "async generator": ("The async generator{}{} was left open{}.", " `{}`", "ASYNC900"),
    "response": ("The response{}{} was neither read to its end nor released.", " of {}", ""),
    "lock": ("The{}{} was never given back.", " {} you were lent", ""),
    "permit": ("A permit{}{} was never given back.", " of the {} you were lent", ""),
    "session": ("The session{}{} was left open{}.", " `{}`", ""),
}


def _nothing_left_running(run: Run) -> Violations:
    if run.trouble is None:  # a run that was stopped leaves everything behind
        yield from (_left(one, run) for one in run.leftovers)


def _left(one: Leftover, run: Run) -> Finding:
    shape, naming, rule = _LEFT[one.kind]
    name = naming.format(one.name) if one.name else ""
    place = at(one.where, "started at")
    if one.kind in ("lock", "permit") and at(one.where):
        place = f", taken{at(one.where)},"
    message = shape.format(name, place, _ending(run))
    stands = f"it waits{at(one.waiting)}" if at(one.waiting) else ""
    if one.wait is not None:
        stands = sentence(replace(one.wait, task="it"), shown)
    return Finding(
        message,
        because=_joined(stands, _rule(rule)),
        where=one.where,
        timeline=timeline(run),
    )


def _ending(run: Run) -> str:
    """Return in words what something was left after: your return, your error or a cancel."""
    outcomes = {call.outcome for call in run.calls if call.of == "submission"}
    if run.cut is not None:
        return " after you were cancelled"
    if outcomes == {"cancelled"}:  # by whom, nobody knows: a call may end so all by itself
        return " after CancelledError had come out"
    return " after your error had come out" if outcomes == {"raised"} else " after you returned"


_BLOCKING_RULES = {"time.sleep": "ASYNC251", "open": "ASYNC230"}


def _loop_never_blocked(run: Run) -> Violations:
    yield from (_blocked(one, run) for one in run.blocked)


def _blocked(one: Blocked, run: Run) -> Finding:
    place = f"{one.what}{at(one.where)}"
    return Finding(
        f"The loop stood still for {seconds(one.seconds)} at t={seconds(one.at).removesuffix(' s')}"
        f" ({place}): no other coroutine could run.",
        because=_rule(_BLOCKING_RULES.get(one.what, "")),
        where=one.where,
        timeline=timeline(run),
    )


def _no_error_lost(run: Run) -> Violations:
    if run.trouble is None:
        yield from (_lost(one) for one in run.lost_errors)


def _lost(one: LostError) -> Finding:
    if one.error is None:
        return Finding(
            f"An error was lost: {one.message.rstrip('.!')}.", because=_why_destroyed(one)
        )
    return Finding(
        f"An error was lost: {error_text(one.error)}{at(one.error.where)}. Nobody looked at it.",
        because=_why_lost(one),
        where=one.error.where,
    )


def _why_destroyed(one: LostError) -> str:
    if not one.message.startswith("Task was destroyed"):
        return ""
    return _joined("the loop holds its tasks only weakly, and nobody else held it", _rule("RUF006"))


def _why_lost(one: LostError) -> str:
    if one.message.startswith("Task exception"):
        return "an exception in a task comes out only where the task is awaited"
    if not one.message.startswith("Exception in callback"):
        return ""
    why = "it was raised in a callback, and nobody awaits that"
    if one.error is not None and one.error.type == "InvalidStateError":
        why += (
            "; a future that is done or cancelled takes no result: cancel the timer, or ask done()"
        )
    if one.error is not None and one.error.type == "CancelledError":
        why += "; result() and exception() of what was cancelled raise: ask cancelled() first"
    return why


def _one_loop(run: Run) -> Violations:
    for place in run.nested_loops:
        yield Finding(
            f"You are already inside a loop, and {place} starts another one.",
            because="inside a coroutine, await; asyncio.run is for the outermost call",
            where=place,
        )
    for place in run.trespasses:
        yield Finding(
            f"{place} calls the loop from another thread, and a loop that waits does not notice.",
            because="other threads reach the loop by loop.call_soon_threadsafe",
            where=place,
        )
    if not in_order(run):
        yield Finding(
            "The times of this run contradict each other: something in it moves the clock."
        )
    for door in run.fenced:
        yield Finding(f"Your code asked for {door}: an experiment has no way to the real world.")
    if run.trouble is not None and run.trouble.kind == "fenced" and not run.fenced:
        yield of_trouble(run.trouble, run)
    for name in run.replaced:
        yield Finding(f"Your code replaced `{name}`: use it as Python gives it.")


def in_order(run: Run) -> bool:
    """Return True when the times of a run can be true: calls follow one another, and end later."""
    lives: list[list[float | None]] = [
        [call.called for call in run.calls],
        [note.at for note in run.notes],
        *([one.called, one.started, one.ended, run.makespan] for one in run.calls),
        *([one.asked, one.sent, one.answered, one.ended] for one in run.exchanges),
    ]
    known = ([moment for moment in life if moment is not None] for life in lives)
    return all(moments == sorted(moments) for moments in known)


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _rule(name: str) -> str:
    return f"linters know this as {name}" if name else ""


def _cancel_comes_out(run: Run) -> Violations:
    if run.cut is None or run.trouble is not None or run.cut.outcome == "cancelled":
        return
    if run.cut.outcome == "returned":
        told = "you were cancelled, and went on and returned as if nothing had happened"
    else:
        error = error_text(run.cut.error) if run.cut.error else "something else"
        told = f"you were cancelled, and {error} came out instead of CancelledError"
    yield Finding(
        f"{told[0].upper()}{told[1:]}.",
        because=_joined(
            "whoever cancels you waits for CancelledError: catch it to clean up, then raise it"
            " again",
            _rule("ASYNC103" if run.cut.outcome == "returned" else ""),
        ),
        where=run.cut.where,
        timeline=timeline(run),
    )


FREE_CHECKS = (
    FreeCheck(
        "comes_to_an_end",
        "The code comes to an end: nobody waits for ever, nobody spins.",
        _comes_to_an_end,
    ),
    FreeCheck(
        "everything_awaited", "Every coroutine that is made is awaited.", _everything_awaited
    ),
    FreeCheck(
        "nothing_left_running",
        "Nothing that was started is still running after the return.",
        _nothing_left_running,
    ),
    FreeCheck(
        "loop_never_blocked",
        "The loop never stands still: others can always run.",
        _loop_never_blocked,
        untold=("never yields", "stuck"),
    ),
    FreeCheck("no_error_lost", "No error is lost: somebody looks at every result.", _no_error_lost),
    FreeCheck("one_loop", "The code stays in the one loop it is given.", _one_loop),
    FreeCheck(
        "cancel_comes_out",
        "A cancel goes through, wherever it strikes: CancelledError comes out.",
        _cancel_comes_out,
        of_sweeps=True,
    ),
)


def names(checks: Iterable[FreeCheck] = FREE_CHECKS) -> tuple[str, ...]:
    """Return the names of free checks, as `FREE` and `LIFTED` of a suite use them."""
    return tuple(check.name for check in checks)
