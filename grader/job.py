"""What the worker is told, and its word that a job is over."""

from __future__ import annotations

from dataclasses import dataclass, field

PROGRAM = "program"  # stands for a scenario's name where a whole program is run


@dataclass(frozen=True)
class Program:
    """A whole program, run as `__main__`; it may import the job's submission by its name."""

    filename: str  # shown to the learner: "example.py"
    source: bytes


@dataclass(frozen=True)
class Job:
    """What the worker is told: a submission's source, scenarios without checks, which schedules.

    `schedule` None runs every scenario under as many as it asks for, and sweeps; a number stops at
    that seed. `explore` runs this many orders of ready tasks instead. With a `program` there is one
    run, of that and under that seed, and `only` is `(PROGRAM,)`; without a `filename` it has no
    submission.
    """

    kata: str
    filename: str  # shown to the learner: "limit_three.py"
    source: bytes
    scenarios: str  # Python source, checks stripped
    names: dict[str, str] = field(default_factory=dict)  # public name -> kind in the stub
    only: tuple[str, ...] = ()  # scenario names, in order
    schedule: int | None = None
    explore: int = 0
    program: Program | None = None
    waits: bool = False  # record also when each task waited, which costs a look at each step
    id: str = ""


@dataclass(frozen=True)
class Clear:
    """What the worker says once nothing that a job started is alive."""

    clear: str  # the id of the job
