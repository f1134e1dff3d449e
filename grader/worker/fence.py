"""The fence around a submission: real doors are closed and named, and tampering is seen."""

from __future__ import annotations

import asyncio
import builtins
import datetime
import os
import random
import re
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import is_
from types import ModuleType
from typing import Any

from grader.lab.crew.threads import MEMBERS, get_ident
from grader.lab.loop import VirtualLoop
from grader.lab.where import caller
from grader.run import Where

_DOORS = {
    "socket.connect": "a real socket",
    "socket.bind": "a real socket",
    "socket.sendmsg": "a real socket",
    "socket.sendto": "a real socket",
    "socket.getaddrinfo": "the real network",
    "socket.gethostbyaddr": "the real network",
    "socket.gethostbyname": "the real network",
    "socket.getnameinfo": "the real network",
    "subprocess.Popen": "a process",
    "os.system": "a process",
    "os.fork": "a process",
    "os.forkpty": "a process",
    "os.posix_spawn": "a process",
    "os.exec": "a process",
}


_VITAL: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (asyncio, ("sleep", "gather", "wait", "wait_for", "create_task", "Semaphore", "to_thread")),
    (time, ("sleep", "monotonic")),
    (builtins, ("len", "round", "isinstance")),
)


def _other_process(event: str, args: tuple[Any, ...]) -> str | None:
    if event in ("os.kill", "os.killpg") and args[0] != os.getpid():
        return "another process"
    if event == "open" and isinstance(args[0], str | bytes):
        path = os.path.abspath(os.fsdecode(args[0]))
        process = re.match(r"/proc/(\d+)(/|$)", path)
        if process and int(process[1]) != os.getpid():
            return "another process"
    return None


class FencedError(RuntimeError):
    """Raised in the submission when it tries a real door.

    Katas run on mocked HTTP and virtual time only.
    """


class Fence:
    """What the submission tried, since the last look."""

    def __init__(self) -> None:
        self.tried: dict[str, None] = {}
        self.loops: list[Where] = []
        self.make_loop: Callable[[], asyncio.AbstractEventLoop] = VirtualLoop  # for `asyncio.run`
        self._vital: list[tuple[str, dict[str, Any], str, Any]] = []
        self._modules: list[tuple[str, ModuleType]] = []
        self._originals: list[tuple[str, Any, tuple[str, ...], tuple[Any, ...]]] = []

    def close_doors(self) -> None:
        """Refuse real sockets and processes from now on.

        Cannot be undone: for forked children only.
        """
        sys.addaudithook(self._audit)

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        door = _DOORS.get(event) or _other_process(event, args)
        if door is not None:
            self.tried[door] = None
            raise FencedError(f"{door[0].upper()}{door[1:]} is out of reach in a kata.")

    # Loops inside the loop

    @contextmanager
    def loops_watched(self) -> Iterator[None]:
        """Note `asyncio.run` and new loops inside the lab; at import, give out virtual ones."""
        before = asyncio.run, asyncio.new_event_loop
        asyncio.run = self._noting(asyncio.run)
        asyncio.new_event_loop = self._noting(self._new_loop)
        asyncio.events.new_event_loop = asyncio.new_event_loop
        try:
            yield
        finally:
            asyncio.run, asyncio.new_event_loop = before
            asyncio.events.new_event_loop = asyncio.new_event_loop

    def _noting(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*args: Any, **kwargs: Any) -> Any:
            where = caller()
            if where is not None and get_ident() in MEMBERS and self._inside():
                self.loops.append(where)
            return function(*args, **kwargs)

        noting.__name__ = function.__name__
        return noting

    def _inside(self) -> bool:
        return asyncio._get_running_loop() is not None or self._on_worker_thread()

    @staticmethod
    def _on_worker_thread() -> bool:
        return threading.current_thread() is not threading.main_thread()

    def _new_loop(self) -> asyncio.AbstractEventLoop:
        if self._on_worker_thread():
            raise FencedError("A second event loop in a thread is out of reach in a kata.")
        return self.make_loop()

    # Tampering

    def remember(self) -> None:
        """Remember what asyncio, time, builtins and the lab are made of.

        That shows later what got replaced.
        """
        for module, names in _VITAL:
            space = vars(module)
            self._vital += [(module.__name__, space, name, space[name]) for name in names]
        for module in _watched_modules():
            self._modules.append((module.__name__, module))
            self._remember(module.__name__, vars(module))
            for name, item in list(vars(module).items()):
                if isinstance(item, type) and item.__module__ == module.__name__:
                    self._remember(f"{module.__name__}.{name}", vars(item))

    def _remember(self, name: str, namespace: Any) -> None:
        kept = {key: value for key, value in namespace.items() if callable(value)}
        self._originals.append((name, namespace, tuple(kept), tuple(kept.values())))

    def replaced_now(self) -> tuple[str, ...]:
        """Return which of the names that matter most is replaced at this moment.

        A few only, because it is asked at each watched call: what is put back before the run ends
        would not show otherwise.
        """
        return tuple(
            f"{place}.{name}"
            for place, space, name, was in self._vital
            if space.get(name) is not was
        )

    def replaced(self) -> tuple[str, ...]:
        """Return the names of what is no longer what it was: `asyncio.sleep`."""
        found = []
        for place, namespace, names, values in self._originals:
            # Thousands of names after every run: all in C, unless something is wrong.
            if not all(map(is_, map(namespace.get, names), values)):
                pairs = zip(names, values, strict=True)
                found += [f"{place}.{key}" for key, was in pairs if namespace.get(key) is not was]
        for name, module in self._modules:
            if sys.modules.get(name) is not module:
                found.append(f"sys.modules[{name!r}]")
        return tuple(found[:10])


def _watched_modules() -> list[ModuleType]:
    prefixes = ("asyncio.", "grader.")
    inner = [module for name, module in sorted(sys.modules.items()) if name.startswith(prefixes)]
    return [builtins, time, datetime, random, warnings, asyncio, *inner]
