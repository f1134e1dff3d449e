"""Why a check fails, in words for the learner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader.run import Run, Where
from grader.verdict import Bar
from grader.waits import leads


@dataclass(frozen=True)
class Finding:
    """What went wrong. `message` is one line; the other parts may be empty."""

    message: str
    expected: str = ""
    got: str = ""
    because: str = ""
    where: Where | None = None
    timeline: tuple[Bar, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()  # who waits for each other: a sentence for each
    schedule: int = 0  # seed of the run that it is about
    depends: str = ""  # on which schedules it shows, where it does not on all
    scenario: str = ""  # whose run it is about
    take: tuple[int, int, int] = (0, 0, 0)  # which of the scenario's runs

    def about(self, run: Run) -> Finding:
        """Return the same, as something that was found in `run`."""
        return replace(self, scenario=run.scenario, take=run.take)

    def lines(self) -> list[str]:
        """Return the finding as a learner reads it, one part a line."""
        parts = (
            ("expected", self.expected),
            ("got", self.got),
            ("because", self.because),
            ("depends", self.depends),
            ("schedule", str(self.schedule or "")),
        )
        shown = [f"{label:<8}  {text}" for label, text in parts if text]
        place = [f"{'where':<8}  {self.where}"] if self.where else []
        for rows in self.cycles:
            shown += [f"{lead}{row}" for (lead, _), row in zip(leads(len(rows)), rows, strict=True)]
        # The message of an explanation repeats its parts in one line.
        head = [] if self.expected else [self.message]
        return [*head, *shown, *place]


class CheckFailed(AssertionError):
    """Raised when a check does not hold, with the words for the learner."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding
