"""Stand-ins for calls that block in real time: sockets, selectors, pipes and processes.

A thread of a crew goes outside for such a call, and the clock walks until it is back. What is there
already is simply taken. What blocks in ways that nobody here knows, `os.read` or a database driver,
keeps its turn, until the crew loses patience (see `crew/turns.py`).
"""

from __future__ import annotations

import multiprocessing.connection
import multiprocessing.process
import select
import selectors
import socket
import ssl
import subprocess
from collections.abc import Callable
from functools import wraps
from typing import Any

from grader.lab.crew.threads import MEMBERS, get_ident
from grader.lab.real.files import CountingSelector

_SMALL_BYTES = 4096  # goes into any buffer that has room at all

_real_select = select.select


def _outside(real: Callable[..., Any], is_instant: Callable[..., bool]) -> Callable[..., Any]:
    """Return a stand-in for `real` that goes outside unless the call returns at once."""

    @wraps(real)
    def call(*args: Any, **options: Any) -> Any:
        member = MEMBERS.get(get_ident())
        if member is None or member.crew.is_fenced or is_instant(*args, **options):
            return real(*args, **options)
        with member.crew.outside(member):
            return real(*args, **options)

    return call


def _looking_first(real: Callable[..., Any], place: int) -> Callable[..., Any]:
    """Return a stand-in for a wait with a timeout at `place`: look first, go outside afterwards."""

    @wraps(real)
    def call(*args: Any, timeout: float | None = None) -> Any:
        args, timeout = args[:place], args[place] if len(args) > place else timeout
        member = MEMBERS.get(get_ident())
        if member is None or isinstance(args[0], CountingSelector):
            return real(*args, timeout)
        look_only = member.crew.is_fenced or (timeout is not None and timeout <= 0)
        found = _in_real_time(real, *args, timeout if look_only else 0)
        if look_only or (any(found) if isinstance(found, tuple) else found):
            return found
        with member.crew.outside(member):
            return real(*args, timeout)

    return call


def _in_real_time(real: Callable[..., Any], *args: Any) -> Any:
    # It may look at the clock again and again: a virtual one would stand still meanwhile.
    member = MEMBERS.pop(get_ident())
    try:
        return real(*args)
    finally:
        MEMBERS[get_ident()] = member


def _never(*_: Any, **__: Any) -> bool:
    return False


def _can_read(sock: Any, *_: Any, **__: Any) -> bool:
    return sock.gettimeout() == 0 or sock.fileno() < 0 or any(_real_select([sock], [], [], 0))


def _can_write(sock: Any, data: Any = b"", *_: Any, **__: Any) -> bool:
    if sock.gettimeout() == 0 or sock.fileno() < 0:
        return True
    return len(data) <= _SMALL_BYTES and any(_real_select([], [sock], [], 0))


def _never_blocks(sock: Any, *_: Any, **__: Any) -> bool:
    return bool(sock.gettimeout() == 0)


_INSTANT: tuple[tuple[Any, tuple[str, ...], Callable[..., bool]], ...] = (
    (
        socket.socket,
        ("accept", "recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "recvmsg_into"),
        _can_read,
    ),
    (socket.socket, ("send", "sendall", "sendto"), _can_write),
    (socket.socket, ("connect",), _never_blocks),
    (ssl.SSLSocket, ("read", "write", "do_handshake"), _never_blocks),
    (subprocess.Popen, ("wait",), lambda process, *_, **__: process.poll() is not None),
    (subprocess.Popen, ("communicate",), _never),
    (
        multiprocessing.process.BaseProcess,
        ("join",),
        lambda process, *_, **__: process._popen is None or process.exitcode is not None,
    ),
    (
        multiprocessing.connection.Connection,
        ("_recv_bytes",),
        lambda connection, *_, **__: connection._poll(0),
    ),
)

_SELECTORS = [
    getattr(selectors, name)
    for name in ("SelectSelector", "PollSelector", "EpollSelector", "KqueueSelector")
    if hasattr(selectors, name)
]

DOORS: tuple[tuple[Any, str, Any], ...] = (
    *(
        (place, name, _outside(getattr(place, name), is_instant))
        for place, names, is_instant in _INSTANT
        for name in names
    ),
    *((place, "select", _looking_first(place.select, 1)) for place in _SELECTORS),
    (select, "select", _looking_first(select.select, 3)),
    (multiprocessing.connection, "wait", _looking_first(multiprocessing.connection.wait, 1)),
)
