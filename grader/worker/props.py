"""What a scenario may ask for by parameter name: kata, spy, note, attempt, failure, beside."""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from functools import wraps
from types import ModuleType
from typing import Any

from grader.encoding import Ended, with_article
from grader.lab.stall import StallError
from grader.run import Trouble
from grader.strip import CLASS, COROUTINE
from grader.worker.recorder import CallEntry, Recorder


class WrongKind(Exception):
    """Raised when the learner's function gives back something that cannot be awaited."""

    def __init__(self, name: str, value: Any) -> None:
        got = "None" if value is None else with_article(type(value).__name__)
        super().__init__(
            f"`{name}(...)` gave back {got} at once, not something to await."
            " Is it still `async def`?"
        )
        self.trouble = Trouble("wrong kind", str(self))


class KataProxy:
    """The submission as scenarios see it: its functions, each call recorded."""

    def __init__(self, module: ModuleType, names: dict[str, str], recorder: Recorder) -> None:
        self._module = module
        self._names = names
        self._recorder = recorder

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._module, name)
        kind = self._names.get(name, CLASS)
        return value if kind == CLASS else self._watched(name, value, kind)

    def _watched(self, name: str, function: Callable[..., Any], kind: str) -> Callable[..., Any]:
        recorder = self._recorder

        def call(*args: Any, **kwargs: Any) -> Any:
            entry = recorder.open_call(name, "submission", args, kwargs)
            try:
                result = function(*args, **kwargs)
            except BaseException as error:
                recorder.fail(entry, error)
                raise
            if kind != COROUTINE:
                recorder.start(entry)
                recorder.end(entry, result)
                return result
            if not inspect.isawaitable(result):
                raise WrongKind(name, result)
            return recorder.follow(entry, result)

        return call


class Spy:
    """Watches functions given to the submission: `@spy` or `spy(function, name="fetch")`."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def __call__(self, function: Callable[..., Any] | None = None, /, *, name: str = "") -> Any:
        """Return the function, watched: every call of it is recorded."""
        if function is None:
            return lambda wrapped: self(wrapped, name=name)
        label = name or getattr(function, "__name__", "function")
        if inspect.isasyncgenfunction(function):
            return self._generator(function, label)
        if inspect.iscoroutinefunction(function):
            return self._coroutine(function, label)
        return self._plain(function, label)

    def _plain(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        recorder = self._recorder

        @wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            entry = recorder.open_call(label, "spy", args, kwargs)
            recorder.start(entry)
            try:
                value = function(*args, **kwargs)
            except BaseException as error:
                recorder.fail(entry, error)
                raise
            recorder.end(entry, value)
            return value

        return watched

    def _coroutine(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        recorder = self._recorder

        @wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            entry = recorder.open_call(label, "spy", args, kwargs)
            return recorder.follow(entry, function(*args, **kwargs))

        return _marked_as_coroutine_function(watched)

    def _generator(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        recorder = self._recorder

        @wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            entry = recorder.open_call(label, "spy", args, kwargs)
            return _follow_generator(recorder, entry, function(*args, **kwargs))

        return watched


async def _follow_generator(
    recorder: Recorder, entry: CallEntry, source: Any
) -> AsyncIterator[Any]:
    recorder.start(entry)
    try:
        async with aclosing(source):
            async for item in source:
                yield item
    except BaseException as error:
        recorder.fail(entry, error)
        raise
    recorder.end(entry, None)


def _marked_as_coroutine_function(function: Callable[..., Any]) -> Callable[..., Any]:
    if sys.version_info >= (3, 12):
        return inspect.markcoroutinefunction(function)
    function._is_coroutine = asyncio.coroutines._is_coroutine  # type: ignore[attr-defined]  # how 3.11 marks it
    return function


async def attempt(recorder: Recorder, awaitable: Awaitable[Any]) -> Ended:
    """Await something that may fail, and tell how it ended.

    Our own cancellation still goes through.
    """
    task = asyncio.current_task()
    cancels = task.cancelling() if task else 0
    try:
        return Ended(value=await awaitable)
    except asyncio.CancelledError as error:
        if task and task.cancelling() > cancels:
            raise
        return Ended(error=recorder.error(error))
    except Exception as error:
        if isinstance(error, WrongKind | StallError) or _is_stub(recorder, error):
            raise
        return Ended(error=recorder.error(error))


def _is_stub(recorder: Recorder, error: BaseException) -> bool:
    # A stub's NotImplementedError is never the error that an experiment waits for.
    return isinstance(error, NotImplementedError) and recorder.error(error).mark is None


def failure(
    recorder: Recorder, label: str, kind: type[BaseException] = RuntimeError
) -> BaseException:
    """Return a new exception that the judge can recognise by its label."""
    error = kind(label)
    recorder.mark(error, label)
    return error


@asynccontextmanager
async def beside(recorder: Recorder, period: float) -> AsyncIterator[None]:
    """Tick beside a block: notes labelled "tick" every `period` seconds while it runs."""
    loop = recorder.loop
    handle: asyncio.TimerHandle | None = None

    def tick() -> None:
        nonlocal handle
        recorder.note("tick")
        # A ticker alone must not keep a deadlocked program going for ever.
        if loop.has_plans():
            handle = loop.call_later(period, tick)

    handle = loop.call_later(period, tick)
    try:
        yield
    finally:
        handle.cancel()
