"""A check meets several runs of a scenario: what it means when it fails in some of them only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from grader.judge.finding import Finding
from grader.judge.timeline import call_label
from grader.judge.wording import at, number
from grader.run import Call, Cut, Run

MOST_CALLS = 40  # looked at for what a failure hangs on


def told_of(finding: Finding, run: Run) -> Finding:
    """Return the finding with the circumstances of its run: which it is, schedule and cancel."""
    finding = finding.about(run)
    if run.cut is None:
        return replace(finding, schedule=0 if run.explored else run.seed)
    where = finding.where or run.cut.where
    return replace(finding, because=_joined(cancelled(run.cut), finding.because), where=where)


def cancelled(cut: Cut) -> str:
    """Return in words where a sweep cancelled: `the experiment cancelled you at t=0.5, ...`."""
    told = f"the experiment cancelled you at t={number(cut.at)}"
    if at(cut.where):
        told += f", while {cut.where} was waiting"
    if cut.second_at is None:
        return told
    return f"{told}, and once more at t={number(cut.second_at)}, in the middle of your clean-up"


def depends(held: Sequence[Run], failed: Sequence[Run]) -> str:
    """Return that a check depends on the schedule, and on what: on which call ends first, say.

    `held` and `failed` are runs of one scenario in which a check held and failed; "" when it does
    not depend on the schedule.
    """
    held = [run for run in held if run.cut is None]  # what a cancel changes, no schedule decided
    if not held or not failed or any(run.cut for run in failed):
        return ""
    seeds = f"it holds under {_schedules(held)} and fails under {_schedules(failed)}"
    pair = _decisive(held, failed)
    if pair is not None:
        first, then, verb = pair
        return f"{seeds}: it passes only when `{first}` happens to {verb} before `{then}`"
    swapped = _first_difference(held[0], failed[0])
    if swapped is not None:
        first, then = swapped
        told = f"{seeds}: in {_schedules(failed[:1])} `{then}` happens to end before `{first}`"
        # The order of ready tasks is one that asyncio does promise.
        return told if failed[0].explored else f"{told}, and nobody promised the other order"
    return f"{seeds}: what comes first is left open, at one and the same instant or in a set"


def _schedules(runs: Sequence[Run]) -> str:
    seeds = sorted({run.seed for run in runs})
    if seeds == [0]:
        return "asyncio's own order"
    word = "order" if any(run.explored for run in runs) else "schedule"
    return f"{word} {seeds[0]}" if len(seeds) == 1 else f"{len(seeds)} {word}s"


def _decisive(held: Sequence[Run], failed: Sequence[Run]) -> tuple[str, str, str] | None:
    """Return the first two calls that come in one order wherever the check held, else reversed."""
    for verb, order in (("end", _order_of_ends), ("start", _order_of_starts)):
        good, bad = [order(run) for run in held], [order(run) for run in failed]
        names = [name for name in good[0] if all(name in other for other in (*good, *bad))]
        for n, first in enumerate(names[:MOST_CALLS]):
            for then in names[n + 1 : MOST_CALLS]:
                if all(each[first] < each[then] for each in good) and all(
                    each[first] > each[then] for each in bad
                ):
                    return first, then, verb
    return None


def _first_difference(held: Run, failed: Run) -> tuple[str, str] | None:
    """Return the first two calls that end in another order in the second run."""
    for first, then in zip(_order_of_ends(held), _order_of_ends(failed), strict=False):
        if first != then:
            return first, then
    return None


def _order_of_ends(run: Run) -> dict[str, int]:
    ended = [(call.ended_as, name) for name, call in _named(run) if call.ended_as is not None]
    return {name: place for place, name in sorted(ended)}


def _order_of_starts(run: Run) -> dict[str, int]:
    return {name: place for place, (name, _) in enumerate(_named(run))}


def _named(run: Run) -> list[tuple[str, Call]]:
    """Return the calls of given functions, in order of call; equal ones are no use as a name."""
    labels = [call_label(call) for call in run.calls]
    often = Counter(labels)
    return [
        (label, call)
        for label, call in zip(labels, run.calls, strict=True)
        if call.of == "spy" and often[label] == 1
    ]


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
