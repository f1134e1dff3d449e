"""What right answers do in time, to be drawn beside what a submission did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.catalog import Kata
from grader.judge.difference import difference
from grader.judge.timeline import timeline
from grader.plan import Plan
from grader.run import Record
from grader.verdict import Bar, CheckResult

MOST_ANSWERS = 8  # looked at, the reference first

Bars = tuple[Bar, ...]
Recorder = Callable[[Kata, Path, Plan], Record]


@dataclass
class RightAnswers:
    """The timelines of katas' references and variants, each recorded when first asked for."""

    record: Recorder
    _known: dict[tuple[str, int, str], list[Bars]] = field(default_factory=dict)

    def beside(self, kata: Kata, checks: Iterable[CheckResult]) -> Mapping[str, Bars]:
        """Return, by the name of a failed check, the timeline to draw beside the one it shows.

        It is that of the right answer that parts latest from it: there are many right ways, and
        the nearest shows best what went wrong. Nothing where one of them goes alike in time,
        where there is no picture, and for a run that was cancelled from outside: no other answer
        waits at the very same points.
        """
        drawn = [check for check in checks if _can_be_compared(check)]
        for seed in {check.schedule for check in drawn}:
            self._get_to_know(
                kata, seed, {each.scenario for each in drawn if each.schedule == seed}
            )
        found = {check.name: self._nearest(kata, check) for check in drawn}
        return {name: bars for name, bars in found.items() if bars}

    def _get_to_know(self, kata: Kata, seed: int, scenarios: set[str]) -> None:
        new = tuple(sorted(name for name in scenarios if (kata.id, seed, name) not in self._known))
        if not new:
            return
        self._known |= {(kata.id, seed, name): [] for name in new}
        for path in _answers(kata):
            for run in self.record(kata, path, Plan(schedule=seed, only=new)).runs:
                if run.completed:
                    self._known[kata.id, seed, run.scenario].append(timeline(run))

    def _nearest(self, kata: Kata, check: CheckResult) -> Bars:
        found: list[tuple[float, int, Bars]] = []
        for bars in self._known[kata.id, check.schedule, check.scenario]:
            parts = difference(check.timeline, bars)
            if parts is None:
                return ()
            found.append((parts.at, -parts.events, bars))
        return max(found, key=lambda each: each[:2], default=(0, 0, ()))[2]


def _can_be_compared(check: CheckResult) -> bool:
    is_cut = any(check.take[1:])
    return check.status == "fail" and bool(check.timeline and check.scenario) and not is_cut


def _answers(kata: Kata) -> list[Path]:
    """Return the right answers that are there: a hand-out may lack them."""
    paths = [kata.root / path for path in (kata.reference, *kata.variants.values())]
    return [path for path in paths if path.is_file()][:MOST_ANSWERS]
