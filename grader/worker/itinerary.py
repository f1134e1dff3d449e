"""Which runs a job takes: every scenario once, then other schedules, then cancels at each point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.job import Job
from grader.lab.schedule import SCHEDULES, is_enough
from grader.run import Cut, Run
from grader.suite import Scenario

MAX_POINTS = 60  # of a sweep; where there are more, as many evenly spread ones
MAX_SECOND_POINTS = 10  # of the clean-up after each of them

# Nobody learns more from a second run of these, and each would cost its whole limit again.
_COSTLY = ("busy wait", "endless", "never yields", "stuck", "output")


@dataclass(frozen=True)
class Take:
    """One run of a scenario: under which seed, or cancelled where. Points are counted from 1."""

    scenario: str
    seed: int = 0
    explores: bool = False
    point: int = 0  # 0: not cancelled
    second: int = 0  # 0: not cancelled again

    def broken(self) -> Run:
        """Return an empty run of this take, for one of which nothing else is known."""
        cut = Cut(self.point, 0.0, second=self.second) if self.point else None
        return Run(self.scenario, self.seed, cut, self.explores)


@dataclass
class Openness:
    """What the runs of a scenario have shown so far."""

    orders: int = 1  # the most ways in which a run of it could have gone
    points: int = 0  # at which its sweep could cancel
    is_hopeless: bool = False


class Itinerary:
    """The takes of one job. What is worth trying depends on what was seen: `note` tells it."""

    def __init__(self, job: Job, scenarios: Mapping[str, Scenario]) -> None:
        self._job = job
        self._limits = {name: scenarios[name].schedules or SCHEDULES for name in job.only}
        self._seen = {name: Openness() for name in job.only}
        self._second_points = 0  # of the latest cancelled run

    def first(self) -> list[Take]:
        """Return the first run of each scenario: asyncio's own order, nothing cancelled."""
        return [Take(name) for name in self._job.only]

    def note(self, run: Run, orders: int, points: int) -> None:
        """Learn from a run: in how many ways it could have gone, at how many points it waited.

        Of a cancelled run, `points` are those of its clean-up, if those are to be cancelled too.
        """
        seen = self._seen[run.scenario]
        seen.orders = max(seen.orders, orders)
        seen.is_hopeless |= run.trouble is not None and run.trouble.kind in _COSTLY
        if run.cut is not None:
            self._second_points = points
        elif run.seed == 0:
            seen.points = points

    def further(self) -> Iterator[list[Take]]:
        """Yield what else is worth a run; takes in one list share one import of the submission."""
        for seed in self._seeds():
            takes = [Take(name, seed, bool(self._job.explore)) for name in self._open(seed)]
            if takes:
                yield takes
        if self._job.schedule is None and not self._job.explore:
            for name in self._job.only:
                yield from self._sweep(name)

    def _seeds(self) -> range | tuple[int, ...]:
        job, most = self._job, max(self._limits.values(), default=1)
        if job.explore:
            return range(1, job.explore + 1)
        if job.schedule is None:
            return range(1, most)
        # Exactly as in the usual round, because a submission may remember what it did before.
        return range(1, job.schedule + 1) if job.schedule < most else (job.schedule,)

    def _open(self, seed: int) -> list[str]:
        names = [name for name in self._job.only if not self._seen[name].is_hopeless]
        if self._job.explore:  # a scenario may be about asyncio's own order of turns
            return [name for name in names if self._limits[name] > 1]
        if seed >= max(self._limits.values()):  # asked for by number
            return [name for name in names if self._seen[name].orders > 1]
        return [
            name
            for name in names
            if not is_enough(seed, self._seen[name].orders, self._limits[name])
        ]

    def _sweep(self, name: str) -> Iterator[list[Take]]:
        seen = self._seen[name]
        for take in self._cancelled(name, seen.points):
            if seen.is_hopeless:
                return
            yield [take]

    def _cancelled(self, name: str, points: int) -> Iterator[Take]:
        for point in _spread(points, MAX_POINTS):
            self._second_points = 0
            yield Take(name, point=point)
            for second in _spread(self._second_points, MAX_SECOND_POINTS):
                yield Take(name, point=point, second=second)


def _spread(points: int, most: int) -> list[int]:
    """Return `most` of the numbers from 1 to `points`, evenly spread, the first and last included.

    All of them where there are no more than that.
    """
    if points <= most:
        return list(range(1, points + 1))
    return [1 + (points - 1) * number // (most - 1) for number in range(most)]
