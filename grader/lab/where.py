"""Lines of source: who called, and where a suspended task waits."""

from __future__ import annotations

import asyncio
import gc
import sys
import sysconfig
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import FrameType
from typing import Any

from grader.run import Where

_PATHS = sysconfig.get_paths()
_LIBRARY = tuple(
    {_PATHS["stdlib"], _PATHS["platstdlib"], _PATHS["purelib"], _PATHS["platlib"]}
    | {str(Path(asyncio.__file__).parent.parent), str(Path(__file__).parent.parent), "<frozen"}
)


@lru_cache(maxsize=4096)
def is_library(filename: str) -> bool:
    """Return True for the standard library, installed packages and the grader itself."""
    return filename.startswith(_LIBRARY)


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
            awaitable = _generator_behind(awaitable)


def _generator_behind(awaitable: Any) -> Any:
    # `agen.__anext__()` has no attribute that leads to its generator; the garbage collector knows.
    if not type(awaitable).__name__.startswith("async_generator_"):
        return None
    return next((it for it in gc.get_referents(awaitable) if hasattr(it, "ag_frame")), None)


def line_of(task: asyncio.Task[Any]) -> Where | None:
    """Return the innermost line outside libraries at which a suspended task stands."""
    found = None
    for frame in suspended_frames(task.get_coro()):
        if not is_library(frame.f_code.co_filename):
            found = Where(frame.f_code.co_filename, frame.f_lineno)
    return found
