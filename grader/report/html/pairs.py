"""Which run of the reference stands beside which run of a learner's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.judge.wording import number
from grader.run import Run


@dataclass(frozen=True)
class Films:
    """The runs of an answer, and those of the reference; None where there is no reference."""

    mine: Sequence[Run] = ()
    right: Sequence[Run] | None = None

    def run(self, scenario: str, take: tuple[int, int, int]) -> Run | None:
        """Return the run of an answer that a check shows."""
        found = (run for run in self.mine if (run.scenario, run.take) == (scenario, take))
        return next(found, None)

    def beside(self, run: Run) -> Run | None:
        """Return the reference's run of the same experiment, cancelled at the same times if at all.

        Of the same seed where there is one: what is drawn is alike under all of them.
        """
        runs = [each for each in self.right or () if _is_like(each, run)]
        same = (each for each in runs if each.seed == run.seed)
        return next(same, next(iter(runs), None))

    def why_alone(self, run: Run) -> str:
        """Return why nothing stands beside a run; "" where there is no reference at all."""
        if self.right is None:
            return ""
        if run.cut is None:
            return "The reference has no such run."
        told = f"cancelled at {number(run.cut.at)} s"
        if run.cut.second_at is not None:
            told += f" and {number(run.cut.second_at)} s"
        return f"The reference does not wait at that moment: it has no run that is {told}."


def needed(scenarios: Iterable[str]) -> tuple[str, ...]:
    """Return the names of experiments, each once; checks that judge all runs name none."""
    return tuple(dict.fromkeys(name for name in scenarios if name))


def _is_like(right: Run, mine: Run) -> bool:
    return right.scenario == mine.scenario and _cuts(right) == _cuts(mine)


def _cuts(run: Run) -> tuple[float | None, ...]:
    return (run.cut.at, run.cut.second_at) if run.cut else ()
