"""Installs virtual time: one time for `time`, `datetime`, threads and the loop.

While a world is installed, threads that live in virtual time (see `crew/threads.py`) see the loop's
clock everywhere; all other threads, and everything outside a running loop, keep real time.
"""

from __future__ import annotations

import _thread
import asyncio
import datetime
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import inf
from types import ModuleType
from typing import Any

import freezegun
from freezegun import api as freezegun_api

from grader.lab.clock import EPOCH_SECONDS, Clock
from grader.lab.crew.blocking import ASKING
from grader.lab.crew.locks import Lock, join_thread, start_low_level, start_thread
from grader.lab.crew.threads import MEMBERS, Crew, Member, get_ident
from grader.lab.real.doors import DOORS
from grader.lab.real.helpers import HELPERS
from grader.lab.tasks import (
    all_tasks,
    as_completed,
    real_all_tasks,
    real_as_completed,
    real_wait,
    wait,
)
from grader.lab.waiting.holds import NOTING
from grader.lab.where import is_library

MOST_READINGS = 200_000  # of the clock at one instant by one thread; then it is a busy wait
MOST_READINGS_OF_THREAD = 20_000  # which runs alone meanwhile, and must not use up patience
_CREEP_SECONDS = 1 / 1024

_real_sleep = time.sleep
_PySimpleQueue = queue._PySimpleQueue  # type: ignore[attr-defined]  # the one built on Lock


def _sleep(seconds: float) -> None:
    member = MEMBERS.get(get_ident())
    if member is None or not 0 <= seconds < inf:
        _real_sleep(seconds)  # no such time: the real one says what is wrong
    else:
        member.crew.sleep(member, seconds)


def _virtual(real: Callable[[], float], *, calendar: bool) -> Callable[[], float]:
    def now() -> float:
        member = MEMBERS.get(get_ident())
        if member is None:
            return real()
        clock = member.crew.clock
        _note_reading(member, clock)
        return clock.calendar() if calendar else clock.now

    now.__name__ = now.__qualname__ = f"fake_{real.__name__}"
    return now


def _note_reading(member: Member, clock: Clock) -> None:
    """Let time creep for a thread that asks for it again and again, and waits for it to pass."""
    if clock.now != member.read_at:
        member.read_at, member.readings = clock.now, 0
    member.readings += 1
    is_graded = member.thread is None and member.crew.is_fenced  # there a watchdog names the loop
    most = MOST_READINGS if member.thread is None else MOST_READINGS_OF_THREAD
    if member.readings > most and not is_graded:
        member.crew.sleep(member, _CREEP_SECONDS, ASKING)
        member.read_at = clock.now


def _nanoseconds(seconds: Callable[[], float], real: Callable[[], int]) -> Callable[[], int]:
    def now_ns() -> int:
        return round(seconds() * 1e9) if get_ident() in MEMBERS else real()

    now_ns.__name__ = now_ns.__qualname__ = f"fake_{real.__name__}"
    return now_ns


_time = _virtual(time.time, calendar=True)
_monotonic = _virtual(time.monotonic, calendar=False)
_perf_counter = _virtual(time.perf_counter, calendar=False)

_real_ctime = time.ctime
_real_asctime = time.asctime


def _ctime(seconds: float | None = None) -> str:
    return _real_ctime(_time() if seconds is None else seconds)


def _asctime(*when: Any) -> str:
    return _real_asctime(*(when or (time.localtime(_time()),)))


# freezegun replaces the clock functions wherever a module holds one, also under another name. It is
# handed ours to put there: its own know one frozen instant, ours the clock of the calling thread.
_FREEZEGUN = {
    "fake_time": _time,
    "fake_monotonic": _monotonic,
    "fake_perf_counter": _perf_counter,
    "fake_time_ns": _nanoseconds(_time, time.time_ns),
    "fake_monotonic_ns": _nanoseconds(_monotonic, time.monotonic_ns),
    "fake_perf_counter_ns": _nanoseconds(_perf_counter, time.perf_counter_ns),
}

# Of the clocks with numbers; those of the processor are real.
_NUMBERED = {
    getattr(time, name): now
    for name, now in {
        "CLOCK_REALTIME": _time,
        "CLOCK_MONOTONIC": _monotonic,
        "CLOCK_MONOTONIC_RAW": _monotonic,
        "CLOCK_BOOTTIME": _monotonic,
    }.items()
    if hasattr(time, name)
}
_real_clock_gettime = time.clock_gettime
_real_clock_gettime_ns = time.clock_gettime_ns


def _clock_gettime(clock: int) -> float:
    is_ours = clock in _NUMBERED and get_ident() in MEMBERS
    return _NUMBERED[clock]() if is_ours else _real_clock_gettime(clock)


def _clock_gettime_ns(clock: int) -> int:
    is_ours = clock in _NUMBERED and get_ident() in MEMBERS
    return round(_NUMBERED[clock]() * 1e9) if is_ours else _real_clock_gettime_ns(clock)


_real_new_event_loop = asyncio.DefaultEventLoopPolicy.new_event_loop
_OwnLoop = asyncio.SelectorEventLoop


def _new_event_loop(policy: Any) -> Any:
    """Make a loop where asyncio's own policy is asked for one: in a crew it shares the clock."""
    member = MEMBERS.get(get_ident())
    if Crew.loop_type is None or policy._loop_factory is not _OwnLoop:
        return _real_new_event_loop(policy)
    if member is not None:
        return Crew.loop_type(crew=member.crew)
    return Crew.loop_type() if get_ident() == _World.thread else _real_new_event_loop(policy)


# What freezegun leaves alone: sleeping, threads, and the modules on its ignore list.
_OWN: tuple[tuple[Any, str, Any], ...] = (
    (time, "sleep", _sleep),
    (threading, "_time", _monotonic),
    (queue, "time", _monotonic),
    (threading, "Lock", Lock),
    (threading, "_allocate_lock", Lock),
    (threading, "_CRLock", None),  # so that RLock is the one in Python, which is built on Lock
    (queue, "SimpleQueue", _PySimpleQueue),  # idle pool threads wait on it
    (threading.Thread, "start", start_thread),
    (threading.Thread, "join", join_thread),
    (_thread, "start_new_thread", start_low_level),
    (time, "ctime", _ctime),
    (time, "asctime", _asctime),
    (asyncio.DefaultEventLoopPolicy, "new_event_loop", _new_event_loop),
    (time, "clock_gettime", _clock_gettime),
    (time, "clock_gettime_ns", _clock_gettime_ns),
    *DOORS,
    *HELPERS,
    *NOTING,
    *((module, "as_completed", as_completed) for module in (asyncio, asyncio.tasks)),
    *((module, "wait", wait) for module in (asyncio, asyncio.tasks)),
    *((module, "all_tasks", all_tasks) for module in (asyncio, asyncio.tasks)),
)


# What a module outside the libraries may have taken by name: `from time import sleep`.
_BY_NAME: list[tuple[Any, Any]] = [
    (_real_sleep, _sleep),
    (_real_clock_gettime, _clock_gettime),
    (_real_clock_gettime_ns, _clock_gettime_ns),
    (threading.Lock, Lock),
    (queue.SimpleQueue, _PySimpleQueue),
    (real_as_completed, as_completed),
    (real_wait, wait),
    (real_all_tasks, all_tasks),
]


def _swap(pairs: Iterable[tuple[Any, Any]]) -> None:
    """Replace the first of each pair by the second in every module outside the libraries."""
    instead = {id(old): new for old, new in pairs}
    for module in list(sys.modules.values()):
        if not isinstance(module, ModuleType) or module.__name__ in sys.builtin_module_names:
            continue
        if not is_library(getattr(module, "__file__", None) or ""):
            for name, value in list(vars(module).items()):
                if id(value) in instead:
                    setattr(module, name, instead[id(value)])


class _Calendar(freezegun_api.FrozenDateTimeFactory):
    """Tells freezegun's `datetime` the date: the virtual one, or outside virtual time the real."""

    def __call__(self) -> datetime.datetime:
        # freezegun works in naive UTC, made from its own real class.
        return freezegun_api.real_datetime(1970, 1, 1) + datetime.timedelta(seconds=_time())


class _World:
    """What is installed, and how many asked for it."""

    users = 0
    thread: int | None = None  # that installed it; asyncio's own policy makes virtual loops there
    freezer: Any = None
    replaced: list[tuple[Any, str, Any]] = []  # noqa: RUF012  # one world per process, on purpose


def _install() -> None:
    fakes = {name: getattr(freezegun_api, name) for name in _FREEZEGUN}
    vars(freezegun_api).update(_FREEZEGUN)
    try:
        _World.freezer = freezegun.freeze_time(datetime.datetime.fromtimestamp(EPOCH_SECONDS))
        frozen = _World.freezer.start()
    finally:
        vars(freezegun_api).update(fakes)
    freezegun_api.freeze_factories[-1] = _Calendar(frozen.time_to_freeze)
    # Who lives in virtual time is settled by thread, not by the name of a caller's module:
    # freezegun would give real time to everything that `threading` calls.
    freezegun_api.ignore_lists[-1] = ()
    for place, name, ours in _OWN:
        _World.replaced.append((place, name, getattr(place, name)))
        setattr(place, name, ours)
    _swap(_BY_NAME)
    _World.thread = get_ident()


def _uninstall() -> None:
    while _World.replaced:
        place, name, before = _World.replaced.pop()
        setattr(place, name, before)
    _swap([(ours, real) for real, ours in _BY_NAME])
    _World.freezer.stop()
    _World.thread = None


def is_installed() -> bool:
    """Return True inside `world()`."""
    return _World.users > 0


@contextmanager
def world() -> Iterator[None]:
    """Keep virtual time installed for the length of the block. May be nested; costs a few ms."""
    if _World.users == 0:
        _install()
    _World.users += 1
    try:
        yield
    finally:
        _World.users -= 1
        if _World.users == 0:
            _uninstall()


def _leave_in_child() -> None:
    _World.thread = None


os.register_at_fork(after_in_child=_leave_in_child)
