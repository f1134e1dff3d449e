"""Lines of source: who called, and where a suspended task waits."""

from __future__ import annotations

import asyncio
import gc
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType, SimpleNamespace
from typing import Any, cast

from grader.run import Where

_PATHS = sysconfig.get_paths()
_LIBRARY = tuple(
    {_PATHS["stdlib"], _PATHS["platstdlib"], _PATHS["purelib"], _PATHS["platlib"]}
    | {str(Path(asyncio.__file__).parent.parent), str(Path(__file__).parent.parent), "<frozen"}
)


class _Libraries(dict[str, bool]):
    def __missing__(self, filename: str) -> bool:
        self[filename] = filename.startswith(_LIBRARY)
        return self[filename]


_libraries = _Libraries()


def is_library(filename: str) -> bool:
    """Return True for the standard library, installed packages and the grader itself."""
    return _libraries[filename]


def caller(frame: FrameType | None = None) -> Where | None:
    """Return the nearest line outside libraries, from `frame` (or the caller's) outwards."""
    frame = frame or sys._getframe(1)
    while frame is not None:
        if not is_library(frame.f_code.co_filename):
            return Where(frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back
    return None


# Who calls a stand-in knows it by the name of what it stands in for.
_KNOWN_AS = {"join_thread": "Thread.join", "Lock.__enter__": "Lock.acquire"}


def blocking_call() -> tuple[Where | None, str]:
    """Return the nearest line outside libraries, and the name of the library function it called."""
    frame: FrameType | None = sys._getframe(1)
    name = ""
    while frame is not None and is_library(frame.f_code.co_filename):
        name = frame.f_code.co_qualname
        frame = frame.f_back
    return caller(frame), _KNOWN_AS.get(name, name)


def suspended_frames(awaitable: Any) -> Iterator[FrameType]:
    """Yield the frames of a suspended coroutine, outermost first, through all that it awaits."""
    while awaitable is not None:
        for prefix in ("cr", "ag", "gi"):
            frame = getattr(awaitable, f"{prefix}_frame", None)
            if frame is not None:
                yield frame
                awaitable = getattr(
                    awaitable, f"{prefix}_{'yieldfrom' if prefix == 'gi' else 'await'}"
                )
                break
        else:
            awaitable = _behind(awaitable)


def _behind(awaitable: Any) -> Any:
    # What `agen.__anext__()` and `coroutine.__await__()` return has no attribute that leads to the
    # generator or coroutine; the garbage collector knows.
    name = type(awaitable).__name__
    if name != "coroutine_wrapper" and not name.startswith("async_generator_"):
        return None
    inner = (AsyncGeneratorType, CoroutineType)
    return next((it for it in gc.get_referents(awaitable) if isinstance(it, inner)), None)


# What a coroutine stands at in the end, as a rule; its type has no name in asyncio.
_no_loop = cast(Any, SimpleNamespace(get_debug=bool))
_FUTURE_ITERATOR: type = type(asyncio.Future(loop=_no_loop).__await__())


def standing(task: asyncio.Task[Any]) -> FrameType | None:
    """Return the innermost frame outside libraries of a suspended task."""
    awaitable: Any = task.get_coro()
    found = None
    while type(awaitable) is CoroutineType:  # the quick way through most that tasks are made of
        if not _libraries[awaitable.cr_code.co_filename]:
            found = awaitable
        awaitable = awaitable.cr_await
    frame: FrameType | None = found.cr_frame if found else None
    if type(awaitable) is not _FUTURE_ITERATOR:
        for inner in suspended_frames(awaitable):
            if not is_library(inner.f_code.co_filename):
                frame = inner
    return frame


def line_in(code: CodeType | None, step: int) -> Where | None:
    """Return the line of a step (`f_lasti`) of some code, for who noted no more than these."""
    if code is not None:
        # Lines cost more to read off than all the rest of a note.
        for start, end, line in code.co_lines():
            if start <= step < end and line is not None:
                return Where(code.co_filename, line)
    return None
