"""One run of a whole program as Python runs it: its top level, `asyncio.run`, all it prints."""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass, field
from functools import partial
from types import CodeType, FunctionType, ModuleType
from typing import Any

from grader.job import Job
from grader.lab.loop import VirtualLoop
from grader.lab.stall import StallError
from grader.worker.endings import trouble_of
from grader.worker.ledger import Ledger
from grader.worker.output import Output
from grader.worker.props import KataProxy, Spy
from grader.worker.recorder import Recorder
from grader.worker.submission import PREFIX, place

MAIN = "__main__"


class ProgramLoop(VirtualLoop):
    """A loop that tells of a program that stands still, and of what it hands to a thread."""

    on_stall: Callable[[StallError], object] | None = None
    spy: Spy | None = None

    def run_forever(self) -> None:
        """Run until stopped; a `StallError` is told first, and then raised."""
        try:
            super().run_forever()
        except StallError as error:
            if self.on_stall is not None:
                self.on_stall(error)
            raise

    def run_in_executor(  # type: ignore[override]  # as the loop below it, whose types are as plain
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Have `func` called in a thread, and record that call."""
        if self.spy is not None and isinstance(executor, ThreadPoolExecutor | None):
            func = _spied(self.spy, func)
        return super().run_in_executor(executor, func, *args)


@dataclass
class Play:
    """One run of a program, from its first line to the facts.

    `make_loop` gives further loops with the clock and the trace of the recorder's, for a program
    that calls `asyncio.run` more than once. `module` is the submission, where there is one.
    """

    job: Job
    module: ModuleType | None
    recorder: Recorder
    ledger: Ledger
    output: Output
    make_loop: Callable[[], ProgramLoop]
    facts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._main = ModuleType(MAIN)
        self._loops: list[ProgramLoop] = []
        self._https: list[Any] = []
        self._spy = Spy(self.recorder)

    def carry_out(self, code: CodeType) -> dict[str, Any]:
        """Run the compiled program, and return what a `Run` holds of it."""
        assert self.job.program is not None
        self._main.__file__ = PREFIX + self.job.program.filename
        self.output.now = lambda: self.recorder.since(self.recorder.loop.time())
        with self._in_place(), self.recorder.loop.crew.on_this_thread():
            try:
                exec(code, vars(self._main))
            except BaseException as error:
                self._note_end(error)
        self.facts.setdefault("makespan", self.recorder.now())
        return self.facts | {
            "unawaited": self.ledger.unawaited(),
            "lost_errors": self.ledger.lost_errors(),
            "calls": tuple(entry.frozen() for entry in self.recorder.calls),
            "exchanges": self._exchanges(),
            "tasks": self.ledger.tasks(),
            "waits": self.ledger.waits(),
            "printed": self.output.lines(),
        }

    def next_loop(self) -> ProgramLoop:
        """Return the loop for the program's next `asyncio.run`, and watch its functions from now.

        All of its top level is there by then; earlier nothing could take time.
        """
        is_first = not self._loops
        first = self.recorder.loop
        loop = first if is_first and isinstance(first, ProgramLoop) else self.make_loop()
        loop.on_stall = self._stalled
        loop.spy = self._spy
        loop.set_exception_handler(first.get_exception_handler())
        self._loops.append(loop)
        if is_first:
            self._watch_functions()
        return loop

    def open_loops(self) -> list[VirtualLoop]:
        """Return the loops that the program has not closed, or has never asked for."""
        return [loop for loop in {self.recorder.loop, *self._loops} if not loop.is_closed()]

    # Its end

    def _stalled(self, error: StallError) -> None:
        # asyncio cancels all tasks next. In life it would never get there: what a `finally` prints
        # now is not to be seen.
        if "trouble" not in self.facts:
            self._note_end(error)
            self.output.is_over = True
            self.recorder.loop.crew.close()  # asyncio would wait for threads that wait, too

    def _note_end(self, error: BaseException) -> None:
        if "trouble" in self.facts:
            return
        self.facts["makespan"] = self.recorder.now()
        trouble = trouble_of(error, self.recorder)
        if trouble is None:
            self.facts["error"] = self.recorder.error(error)
        else:
            self.facts["trouble"] = trouble

    def _exchanges(self) -> tuple[Any, ...]:
        began = self.recorder.began
        return tuple(each for http in self._https for each in http.facts(began, place))

    # What is watched

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Be `__main__` for the length of the block, and see the mocked HTTP that is entered."""
        before = sys.modules[MAIN]
        sys.modules[MAIN] = self._main
        http = sys.modules.get("grader.lab.http")
        if http is not None:
            http.Http.on_enter = self._https.append
        try:
            yield
        finally:
            sys.modules[MAIN] = before
            if http is not None:
                http.Http.on_enter = None

    def _watch_functions(self) -> None:
        """Record the calls of the program's own coroutine functions, and those of the submission.

        Others stay as they are: a watched generator would not know `asend`, and a plain function
        that calls itself a million times would be slow; what runs in a thread is told by the loop.
        """
        space = vars(self._main)
        given = self._submitted()
        for name, value in list(space.items()):
            if id(value) in given:
                space[name] = given[id(value)]
            elif _is_coroutine_function(value, self._main.__file__ or ""):
                space[name] = self._spy(value)

    def _submitted(self) -> dict[int, Any]:
        """Return the submission's functions, watched, by the id of each."""
        if self.module is None:
            return {}
        proxy = KataProxy(self.module, self.job.names, self.recorder)
        return {id(getattr(self.module, name)): getattr(proxy, name) for name in self.job.names}


def _spied(spy: Spy, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function for a thread, watched; `to_thread` has it called by a context's `run`."""
    if not isinstance(function, partial):
        watched: Callable[..., Any] = spy(function)
        return watched
    if isinstance(getattr(function.func, "__self__", None), Context):
        inner, *rest = function.args
        return partial(function.func, _spied(spy, inner), *rest, **function.keywords)
    return partial(spy(function.func), *function.args, **function.keywords)


def _is_coroutine_function(value: object, path: str) -> bool:
    return (
        isinstance(value, FunctionType)
        and value.__code__.co_filename == path
        and inspect.iscoroutinefunction(value)
    )
