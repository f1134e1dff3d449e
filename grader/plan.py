"""Which schedules a submission is to run under: as usual, one again, or many orders explored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader.job import Job
from grader.run import Record, Run


@dataclass(frozen=True)
class Plan:
    """What is asked of a job; nothing: as many schedules as each scenario says, and sweeps.

    `schedule` asks for one seed again, exactly as in the usual round; `explore` for so many orders
    of ready tasks. `only` names the scenarios that are wanted, where not all are; `waits` asks for
    the waits of each task too, for a picture.
    """

    schedule: int | None = None
    explore: int = 0
    only: tuple[str, ...] = ()
    waits: bool = False

    def applied(self, job: Job) -> Job:
        """Return the job with what is asked for."""
        return replace(
            job,
            schedule=self.schedule,
            explore=self.explore,
            only=tuple(name for name in job.only if not self.only or name in self.only),
            waits=self.waits,
        )

    def judged(self, record: Record) -> Record:
        """Return the record with the runs that count: for one seed, a run of each scenario.

        A scenario that leaves nothing open has but one run, which is that of every seed.
        """
        if self.schedule is None:
            return record
        chosen: dict[str, Run] = {}
        for run in record.runs:
            if run.scenario not in chosen or run.seed == self.schedule:
                chosen[run.scenario] = run
        return replace(record, runs=tuple(chosen.values()))


USUAL = Plan()
