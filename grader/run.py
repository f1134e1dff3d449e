"""What happened in one scenario: frozen dataclasses of plain data.

All times are virtual seconds since the scenario began, rounded to the microsecond, so that
`==` is the right comparison. Values of the submission are stored in encoded form (`encoding.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

SUITE = "suite"  # owner of what the scenario itself started


@dataclass(frozen=True)
class Where:
    """A line of source: `path` is the file's name as the learner knows it."""

    path: str
    line: int
    owner: Literal["submission", "suite", "other"] = "other"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Error:
    """An exception. `mark` names one that the scenario made, so that identity can be judged."""

    type: str
    message: str
    mark: str | None = None
    where: Where | None = None  # innermost line of the learner's on the traceback
    bases: tuple[str, ...] = ()  # names of all base classes, nearest first
    inner: tuple[Error, ...] = ()  # members of an exception group

    @property
    def members(self) -> tuple[Error, ...]:
        """The error itself, and all errors inside it where it is a group."""
        return (self, *(each for error in self.inner for each in error.members))

    @property
    def marks(self) -> set[str]:
        """The marks of the error and of all errors inside it."""
        return {each.mark for each in self.members if each.mark is not None}

    def is_a(self, kind: str) -> bool:
        """Tell whether it is of a type of this name, or of one that is derived from it."""
        return kind == self.type or kind in self.bases


@dataclass(frozen=True)
class Call:
    """One call of a watched function: a spy given to the submission, or the submission itself."""

    name: str
    args: tuple[Any, ...]  # encoded values
    kwargs: dict[str, Any]
    called: float
    started: float | None = None  # None: the coroutine was made but never ran
    ended: float | None = None  # None: still running when the scenario ended
    outcome: Literal["returned", "raised", "cancelled", "running", "not started"] = "not started"
    value: Any = None  # encoded
    error: Error | None = None
    thread: Literal["loop", "worker"] = "loop"
    ended_as: int | None = None  # how many watched calls had ended before it did
    of: Literal["spy", "submission"] = "spy"
    where: Where | None = None  # the line that called


@dataclass(frozen=True)
class Exchange:
    """One mocked HTTP request. `status` 0 means that no answer came."""

    method: str
    url: str
    host: str
    asked: float  # session.request was awaited
    sent: float | None  # a connection was free and the request left
    answered: float | None  # headers arrived
    ended: float | None  # body read to the end, released, closed, failed or cancelled
    status: int
    outcome: Literal["answered", "refused", "timeout", "cancelled", "unknown url", "waiting"]
    released: bool  # the connection went back: body read to its end, or response released or closed
    body: Any = None  # what was sent, encoded
    where: Where | None = None


@dataclass(frozen=True)
class Note:
    """Something the scenario wrote down, with its time."""

    label: str
    at: float
    value: Any = None  # encoded


@dataclass(frozen=True)
class Blocked:
    """The loop's thread stood still: nobody else could run for `seconds`."""

    at: float
    seconds: float
    what: str  # "time.sleep", "a lock", ...
    where: Where | None = None

    @property
    def end(self) -> float:
        """When it went on. Times of a run are rounded to the microsecond; so is their sum."""
        return round(self.at + self.seconds, 6)


@dataclass(frozen=True)
class Party:
    """Somebody who could end a wait: a task or a thread, and the line that ties it to the wait."""

    name: str  # "task 3", "thread 1"
    role: Literal["holds", "took and ended", "is awaited", "could wake"]
    where: Where | None = None  # the line that took what it holds, or that could wake
    since: float | None = None  # when it took it, in virtual seconds
    call: str = ""  # by which it could wake: "set"


@dataclass(frozen=True)
class Waiting:
    """A task or thread that stood still: where, what for, and who could end that."""

    task: str
    what: str  # "a Lock", "an item from a Queue"
    where: Where | None = None
    by: tuple[Party, ...] = ()
    why: str = ""  # what is missing, in words: "nobody sets it", "2 of 2 permits are taken"


@dataclass(frozen=True)
class Leftover:
    """Something the submission started that was still there when the scenario ended."""

    kind: Literal[
        "task", "thread", "process", "async generator", "response", "session", "lock", "permit"
    ]
    name: str
    where: Where | None = None  # where it was started, or taken
    waiting: Where | None = None  # where it stands
    wait: Waiting | None = None  # what it waits for, where that is known


@dataclass(frozen=True)
class Unawaited:
    """A coroutine object that nobody ran."""

    name: str
    where: Where | None = None  # where it was made


@dataclass(frozen=True)
class LostError:
    """An error that reached only the loop's exception handler: nobody looked at it."""

    message: str
    error: Error | None = None


@dataclass(frozen=True)
class Trouble:
    """Why a run, or a whole submission, could not be carried through."""

    kind: Literal[
        "deadlock", "busy wait", "endless", "never yields", "stuck",
        "exit", "signal", "memory", "recursion", "output", "lost", "fenced", "course",
        "empty", "missing", "encoding", "syntax", "import", "no such name", "wrong kind",
    ]  # fmt: skip
    message: str  # a sentence for the learner
    where: Where | None = None
    waiting: tuple[Waiting, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()  # of names: each waits for the next, and so around


FORGED = Trouble("fenced", "Your code wrote to a pipe that is not its own; nothing it did counts.")


@dataclass(frozen=True)
class Cut:
    """A cancel that a sweep sent: where the submission waited then, and what came of it."""

    point: int  # which of the suspension points; 1 is the first
    at: float
    where: Where | None = None  # the learner's line that waited
    second: int = 0  # which suspension point of its clean-up met a second cancel; 0: none
    second_at: float | None = None
    outcome: Literal["cancelled", "returned", "raised", "running"] = "running"
    error: Error | None = None


@dataclass(frozen=True)
class TaskSpan:
    """The life of a task of the program."""

    name: str
    parent: str | None
    created: float
    ended: float | None
    where: Where | None = None
    coroutine: str = ""  # the name of what it runs


@dataclass(frozen=True)
class Wait:
    """A stretch of time in which a task waited at one line; between two of them it ran."""

    task: int  # its place among the run's `tasks`, from 0
    start: float
    end: float
    where: Where | None = None


@dataclass(frozen=True)
class Printed:
    """A line that was printed, and when it was begun; without its end of line."""

    at: float
    text: str


@dataclass(frozen=True)
class Run:
    """Everything that was recorded of one scenario under one schedule, with or without a cancel."""

    scenario: str
    seed: int = 0
    cut: Cut | None = None
    explored: bool = False  # ready tasks changed places: the seed is no schedule to run again
    makespan: float = 0.0
    value: Any = None  # what the scenario returned, encoded
    error: Error | None = None  # what came out of the scenario
    trouble: Trouble | None = None
    calls: tuple[Call, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    notes: tuple[Note, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    unawaited: tuple[Unawaited, ...] = ()
    lost_errors: tuple[LostError, ...] = ()
    nested_loops: tuple[Where, ...] = ()
    trespasses: tuple[Where, ...] = ()  # lines that called the loop from another thread
    fenced: tuple[str, ...] = ()  # real-world doors that were tried: "a real socket", "a process"
    replaced: tuple[str, ...] = ()  # names of asyncio, time or builtins that the submission patched
    tasks: tuple[TaskSpan, ...] = ()
    waits: tuple[Wait, ...] = ()  # in the order in which they ended; only where the job asks
    output: str = ""
    printed: tuple[Printed, ...] = ()  # the lines of `output`; only of a whole program

    @property
    def take(self) -> tuple[int, int, int]:
        """Which run of its scenario this is: seed, cancelled point, point cancelled again."""
        return (self.seed, self.cut.point if self.cut else 0, self.cut.second if self.cut else 0)

    @property
    def completed(self) -> bool:
        """True when the scenario ran to its end and returned."""
        return self.error is None and self.trouble is None


@dataclass(frozen=True)
class Record:
    """What the worker sends back for one submission: the runs, or why there are none."""

    kata: str
    runs: tuple[Run, ...] = ()
    trouble: Trouble | None = None
    output: str = ""
    id: str = ""  # of the job; another one means that somebody else wrote this
