"""The trace of a world: tasks with their parents, and the spans in which each one waited."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any
from weakref import ReferenceType, ref

from grader.lab.where import caller, line_in, standing
from grader.run import Where

_UNNAMED = (
    "Task-"  # how asyncio begins the names it makes up, with numbers that run through the process
)


@dataclass(slots=True)
class TaskLife:
    """A task from its making to its end. Times are the clock's own seconds."""

    number: int  # in the order of making, from 1
    name: str
    created: float
    where: Where | None  # the line that made it
    # Weak, as the loop's own references are: a trace must not keep a forgotten task alive.
    task: ReferenceType[asyncio.Task[Any]] = field(compare=False, repr=False)
    asyncio_name: str = field(default="", compare=False, repr=False)  # numbered by the process
    coroutine: str = ""  # the name of what it runs
    parent: str | None = None
    parent_number: int | None = None  # names may be equal, numbers are not
    ended: float | None = None
    last_step: float | None = None


@dataclass(frozen=True)
class Span:
    """A stretch of virtual time in which a task waited at one line."""

    task: str
    start: float
    end: float
    where: Where | None
    number: int  # of the task


class Trace:
    """Collects what happens in a world. The same program gives the same trace, names included."""

    def __init__(self, *, with_spans: bool = True, mine: str = "") -> None:
        self.with_spans = with_spans  # they cost a look at each step of each task
        self.mine = mine  # how the files begin whose lines are told first, where there are some
        self.tasks: list[TaskLife] = []
        # By id: a number is found quicker than a weak key. Only tasks that are there have one.
        self._lives: dict[int, TaskLife] = {}
        # Five items for each span, which is what a step can afford; `spans` makes them readable.
        self._waits: list[Any] = []

    def task_made(self, task: asyncio.Task[Any], now: float) -> None:
        """Note a new task; its parent is the task that runs at the moment."""
        try:
            current = asyncio.current_task()
        except RuntimeError:
            current = None
        parent = self.life_of(current) if current else None
        number = len(self.tasks) + 1
        name = asyncio_name = task.get_name()
        if name.startswith(_UNNAMED):
            name = f"task {number}"
        lives, key = self._lives, id(task)
        there = ref(task, lambda _: lives.pop(key, None))
        runs = getattr(task.get_coro(), "__name__", "")
        life = TaskLife(number, name, now, caller(), there, asyncio_name, runs)
        if parent is not None:
            life.parent, life.parent_number = parent.name, parent.number
        self.tasks.append(life)
        lives[key] = life
        task.add_done_callback(self._task_ended)

    def before(self, callback: Any, now: float) -> None:
        """Note that a callback is about to run. Where it is a task's step, what passed was waiting.

        `now` is the clock's own object: one instant, one object.
        """
        task: Any = getattr(callback, "__self__", None)
        life = self._lives.get(id(task))
        if life is not None and life.last_step is not now:  # else it took a step just now
            if life.last_step is None:
                _take_name(life, task)
            else:
                at = standing(task)
                code = at.f_code if at else None
                step = at.f_lasti if at else 0
                self._waits += (life.number, life.last_step, now, code, step)
            life.last_step = now

    def blocked(self, now: float) -> None:
        """Note that the step that runs has held the loop until `now`: that was no waiting."""
        task = asyncio.current_task()
        life = self.life_of(task) if task else None
        if life is not None:
            life.last_step = now

    @property
    def spans(self) -> list[Span]:
        """Return the stretches of waiting so far, in the order in which they ended."""
        waits = iter(self._waits)
        return [
            Span(self.tasks[number - 1].name, start, end, line_in(code, step), number)
            for number, start, end, code, step in zip(*[waits] * 5, strict=True)
            if end > start
        ]

    def text(self) -> str:
        """Return the whole trace as lines of text, exact: two runs were alike if these are equal.

        Tasks come in the order of their making, spans in the order in which they ended. Times are
        the clock's own seconds with all their digits.
        """
        return "".join([*map(_task_line, self.tasks), *map(_span_line, self.spans)])

    def _task_ended(self, task: asyncio.Task[Any]) -> None:
        life = self.life_of(task)
        if life is not None:
            life.ended = task.get_loop().time()

    def unfinished(self) -> list[asyncio.Task[Any]]:
        """Return the traced tasks that have not ended."""
        tasks = [life.task() for life in list(self._lives.values())]
        return [task for task in tasks if task is not None and not task.done()]

    def life_of(self, task: asyncio.Task[Any]) -> TaskLife | None:
        """Return what is known of a task; None for one made before the trace began."""
        life = self._lives.get(id(task))
        if life is not None:
            _take_name(life, task)
        return life

    def life_called(self, asyncio_name: str) -> TaskLife | None:
        """Return the one life of a task of that name in asyncio; None where there are more."""
        found = [life for life in self.tasks if asyncio_name in (life.asyncio_name, life.name)]
        return found[0] if len(found) == 1 else None


def _task_line(life: TaskLife) -> str:
    return (
        f"task {life.number} {life.name!a} of {life.parent_number} made at {life.where},"
        f" {life.created!r} to {life.ended!r}\n"
    )


def _span_line(span: Span) -> str:
    return f"span of {span.number} at {span.where}, {span.start!r} to {span.end!r}\n"


def _take_name(life: TaskLife, task: asyncio.Task[Any]) -> None:
    # Before 3.13, asyncio names a task after the loop has made it.
    if not task.get_name().startswith(_UNNAMED):
        life.name = task.get_name()
