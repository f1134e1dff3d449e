"""What a suspended stack waits for, read off the frames of the library that it stands in.

Below a line that waits stand frames of asyncio, threading or the mocked HTTP; their `self` is the
lock, queue or event itself. Where there is no such frame, the future that a task awaits tells by
its kind what it is.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

SYNC, LOCAL = "asyncio.locks", "grader.lab.crew.locks"


@dataclass(frozen=True, eq=False)
class Await:
    """What is waited for: a `thing` that somebody has to do something with, or `ends` of others."""

    what: str  # "a Lock"; of `ends` a shape such as "gather({})", to be filled with their names
    thing: Any = None
    missing: str = ""  # what nobody does, if nobody does it: "nobody sets it"
    by_calling: tuple[str, ...] = ()  # the methods of `thing` that wake somebody
    facts: str = ""  # what can be seen of the thing itself
    ends: tuple[Any, ...] = ()  # the tasks and futures whose end is waited for


@dataclass(frozen=True)
class _Kind:
    what: str
    missing: str = ""
    by_calling: tuple[str, ...] = ()
    facts: Callable[[Any], str] = field(default=lambda thing: "")

    def __call__(self, frame: FrameType) -> Await:
        thing = frame.f_locals.get("self")
        return Await(self.what, thing, self.missing, self.by_calling, self.facts(thing))


def items(number: int) -> str:
    """Return `1 item`, `3 items`."""
    return f"{number} item{'' if number == 1 else 's'}"


def _not_marked(queue: asyncio.Queue[Any]) -> str:
    inside = queue.qsize()
    taken = queue._unfinished_tasks - inside  # type: ignore[attr-defined]  # only the queue counts
    told = []
    if taken > 0:
        them = "it" if taken == 1 else "them"
        was = "was" if taken == 1 else "were"
        told.append(f"{items(taken)} {was} taken out and task_done() not called for {them}")
    if inside > 0:
        told.append(f"{items(inside)} still inside")
    return ", ".join(told)


def _full(queue: asyncio.Queue[Any]) -> str:
    return f"it is full with {items(queue.qsize())}"


def _parties(barrier: asyncio.Barrier) -> str:
    return f"{barrier.n_waiting} of {barrier.parties} parties have come"


_LOCK = _Kind("a Lock", "nobody releases it", ("release",))
_SEMAPHORE = _Kind("a Semaphore", "nobody releases a permit", ("release",))
_EVENT = _Kind("an Event", "nobody sets it", ("set",))
_CONDITION = _Kind("a Condition", "nobody notifies it", ("notify", "notify_all"))
_GET = _Kind("an item from a Queue", "nobody puts one into it", ("put", "put_nowait"))
_PUT = _Kind("room in a Queue", "nobody takes one out", ("get", "get_nowait"), _full)
_JOIN = _Kind("the join of a Queue", "nobody calls task_done()", ("task_done",), _not_marked)
_BARRIER = _Kind("a Barrier", "nobody else comes", ("wait",), _parties)

_FUTURE = _Kind("a Future", "nobody sets its result", ("set_result", "set_exception"))


def _group(frame: FrameType) -> Await:
    group = frame.f_locals["self"]
    return Await("a TaskGroup of {}", ends=tuple(group._tasks))


def _asleep(frame: FrameType) -> Await:
    delay = frame.f_locals.get("delay")
    seconds = f"{delay:g}" if isinstance(delay, int | float) else "..."
    return Await(f"asyncio.sleep({seconds})")


def _wait(frame: FrameType) -> Await:
    return Await("asyncio.wait({})", ends=tuple(frame.f_locals.get("fs", ())))


def _wait_for(frame: FrameType) -> Await | None:
    inner = frame.f_locals.get("fut")  # up to 3.11 a task of its own, later the awaitable itself
    return Await("wait_for({})", ends=(inner,)) if asyncio.isfuture(inner) else None


def _completed(frame: FrameType) -> Await:
    place = frame.f_locals
    todo = getattr(place.get("self"), "_todo", ())  # from 3.13 on
    return Await("as_completed({})" if todo else "the next of as_completed", ends=tuple(todo))


def _request(frame: FrameType) -> Await:
    entry = frame.f_locals["self"]._entry
    return Await(f"the response to {entry.method} {entry.url}", missing="it never comes")


def _connection(frame: FrameType) -> Await:
    return Await("a free connection", frame.f_locals["self"], "nobody gives one back")


def _thread(frame: FrameType) -> Await:
    return Await("{}", ends=(frame.f_locals.get("thread") or frame.f_locals.get("self"),))


def _result(frame: FrameType) -> Await:
    return Await("the result of {}", ends=(frame.f_locals.get("self"),))


def _again(frame: FrameType) -> Await:
    lock = frame.f_locals["self"]._block
    return Await("a threading.RLock", lock, "nobody releases it", ("release",))


def _in_threads(kind: _Kind) -> _Kind:
    article, _, name = kind.what.rpartition(" ")
    said = f"{article.removesuffix('n').strip() or 'a'} threading.{name}"
    return _Kind(said, kind.missing, kind.by_calling)


Reading = Callable[[FrameType], Await | None]

_KINDS: dict[tuple[str, str], Reading] = {
    (SYNC, "Lock.acquire"): _LOCK,
    (SYNC, "Semaphore.acquire"): _SEMAPHORE,
    (SYNC, "Event.wait"): _EVENT,
    (SYNC, "Condition.wait"): _CONDITION,
    (SYNC, "Condition.wait_for"): _CONDITION,
    (SYNC, "Barrier.wait"): _BARRIER,
    ("asyncio.queues", "Queue.get"): _GET,
    ("asyncio.queues", "Queue.put"): _PUT,
    ("asyncio.queues", "Queue.join"): _JOIN,
    ("asyncio.taskgroups", "TaskGroup.__aexit__"): _group,
    ("asyncio.tasks", "sleep"): _asleep,
    ("asyncio.tasks", "_wait"): _wait,
    ("asyncio.tasks", "wait_for"): _wait_for,
    ("asyncio.tasks", "as_completed.<locals>._wait_for_one"): _completed,
    ("asyncio.tasks", "_AsCompletedIterator._wait_for_one"): _completed,
    ("grader.lab.http.line", "Connection.silence"): _request,
    ("grader.lab.http.places", "Places.take"): _connection,
    (LOCAL, "Lock.acquire"): _in_threads(_LOCK),
    (LOCAL, "join_thread"): _thread,
    ("threading", "_RLock.acquire"): _again,
    ("threading", "Event.wait"): _in_threads(_EVENT),
    ("threading", "Condition.wait"): _in_threads(_CONDITION),
    ("threading", "Semaphore.acquire"): _in_threads(_SEMAPHORE),
    ("threading", "Barrier.wait"): _in_threads(_BARRIER),
    ("queue", "Queue.get"): _Kind("an item from a queue.Queue", _GET.missing, _GET.by_calling),
    ("queue", "Queue.put"): _Kind("room in a queue.Queue", _PUT.missing, _PUT.by_calling),
    ("queue", "Queue.join"): _Kind("the join of a queue.Queue", _JOIN.missing, _JOIN.by_calling),
    ("queue", "_PySimpleQueue.get"): _Kind("an item from a queue.SimpleQueue", _GET.missing),
    ("concurrent.futures._base", "Future.result"): _result,
    ("concurrent.futures._base", "Future.exception"): _result,
}

# All methods that wake somebody.
CALLS = frozenset(
    name for kind in _KINDS.values() if isinstance(kind, _Kind) for name in kind.by_calling
) | {*_FUTURE.by_calling}


def awaited(library: Sequence[FrameType], future: Any = None) -> Await:
    """Return what frames of libraries, outermost first, and the `future` below them wait for."""
    found = next(filter(None, (_read(frame) for frame in library)), None)
    if found is not None and found.what == _CONDITION.what:
        # A waiter that was notified takes the lock again before it goes on.
        again = [_read(frame) for frame in library if _key(frame) == (SYNC, "Lock.acquire")]
        found = again[0] if again else found
    return found or _of_future(future, library)


def _key(frame: FrameType) -> tuple[str, str]:
    return frame.f_globals.get("__name__", ""), frame.f_code.co_qualname


def _read(frame: FrameType) -> Await | None:
    reading = _KINDS.get(_key(frame))
    return reading(frame) if reading is not None else None


def _of_future(future: Any, library: Sequence[FrameType]) -> Await:
    if isinstance(future, asyncio.Task | concurrent.futures.Future):
        return Await("{}", ends=(future,))
    children = getattr(future, "_children", None)
    if children is not None:
        return Await("gather({})", ends=tuple(children))
    source = behind(future)
    if source is not None:
        return Await("{}", ends=(source,))
    if library:
        return Await(f"{library[0].f_code.co_qualname}()")
    return Await(_FUTURE.what, future, _FUTURE.missing, _FUTURE.by_calling)


def behind(future: Any) -> Any:
    """Return what ends a future that only passes on, as `shield` and threads make them, or None."""
    for callback in _callbacks(future):
        for name in ("source", "inner"):
            names = getattr(getattr(callback, "__code__", None), "co_freevars", ())
            if name in names and callback.__module__.startswith("asyncio."):
                return callback.__closure__[names.index(name)].cell_contents
    return None


def _callbacks(future: Any) -> Iterable[Any]:
    pairs = getattr(future, "_callbacks", None) or ()
    return [pair[0] for pair in pairs] or list(getattr(future, "_done_callbacks", ()))
