"""What to await instead of asking again and again."""

from __future__ import annotations

import asyncio
import concurrent.futures
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

from grader.lab.waiting.uses import Use, uses_in_loop

IN_GENERAL = (
    "await something that ends when it is time to go on, such as an asyncio.Event that is set"
    " where the change is made"
)
_LIBRARIES = ("asyncio", "_asyncio", "threading", "queue", "concurrent.futures", "grader.lab")
_JOB = concurrent.futures.Future
_IN_THREAD = "await asyncio.to_thread({})"
_MANY = (list, tuple, set, dict)
_LOCKS = (asyncio.Lock, asyncio.Semaphore, asyncio.Condition)
_CLOCKS = ("time", "monotonic", "perf_counter")


@dataclass(frozen=True)
class _Question:
    """Somebody is asked something; while `is_open`, the asker wants it to change."""

    kinds: Any
    names: tuple[str, ...]
    is_open: Callable[[Any], bool]
    instead: str


_QUESTIONS = (
    _Question(asyncio.Future, ("done",), lambda it: not it.done(), "await {}"),
    _Question(asyncio.Event, ("is_set",), lambda it: not it.is_set(), "await {}.wait()"),
    _Question(asyncio.Queue, ("empty", "get_nowait"), lambda it: it.empty(), "await {}.get()"),
    _Question(asyncio.Queue, ("empty",), lambda it: not it.empty(), "await {}.join()"),
    _Question(asyncio.Queue, ("full", "put_nowait"), lambda it: it.full(), "await {}.put(...)"),
    _Question(_LOCKS, ("locked",), lambda it: it.locked(), "async with {}"),
    _Question(_JOB, ("done",), lambda it: not it.done(), "await asyncio.wrap_future({})"),
    _Question(
        threading.Event, ("is_set",), lambda it: not it.is_set(), _IN_THREAD.format("{}.wait")
    ),
    _Question(threading.Thread, ("is_alive",), lambda it: True, _IN_THREAD.format("{}.join")),
    _Question(queue.Queue, ("empty", "get_nowait"), lambda it: True, _IN_THREAD.format("{}.get")),
)


def instead(frames: Sequence[FrameType]) -> str:
    """Return what to await instead of what the innermost loop on a stack asks again and again.

    `frames` are the program's own, outermost first. Where there is more than one thing that it may
    wait for, only what always helps is said.
    """
    for frame in reversed(frames):
        uses = uses_in_loop(frame)
        if uses is not None:
            found = {advice: asked for use in uses for advice, asked in _advice(use, uses)}
            for advice, asked in found.items() if len(found) == 1 else ():
                return f"`{advice}` instead of asking {asked}"
            return IN_GENERAL
    return IN_GENERAL


def _advice(use: Use, uses: Sequence[Use]) -> Iterator[tuple[str, str]]:
    """Yield what to await instead of a question, and how it is asked."""
    asked = f"`{use.text}{'.' * bool(use.name)}{use.name}()`"
    if type(use.thing).__module__.startswith(_LIBRARIES):  # no code of a learner's is asked
        for question in _QUESTIONS:
            is_asked = use.name in question.names and isinstance(use.thing, question.kinds)
            if is_asked and question.is_open(use.thing):
                yield question.instead.format(use.text), asked
    if _is_clock(use):
        yield "await asyncio.sleep(rest)", asked
    if not use.name and _are_open(use.thing) and any(map(_asks_each, uses)):
        yield f"await asyncio.wait({use.text})", f"each of `{use.text}`"


def _is_clock(use: Use) -> bool:
    if issubclass(type(use.thing), asyncio.AbstractEventLoop):
        return use.name == "time"
    if use.name:
        return use.thing is time and use.name in _CLOCKS
    return any(use.thing is vars(time)[name] for name in _CLOCKS)


def _are_open(thing: Any) -> bool:
    """Return whether a collection holds tasks or futures only, of which some have not ended."""
    members = list(thing.values() if type(thing) is dict else thing) if type(thing) in _MANY else []
    if not members or not all(issubclass(type(member), asyncio.Future) for member in members):
        return False
    return not all(map(asyncio.Future.done, members))


def _asks_each(use: Use) -> bool:
    return type(use.thing) is CodeType and "done" in use.thing.co_names
