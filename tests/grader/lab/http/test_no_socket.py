"""Mocked HTTP touches no network, on purpose or by accident."""

from __future__ import annotations

import asyncio
import sys

import aiohttp
import pytest

from grader.lab.http import UnknownUrlError

URL = "https://api.example/"
DOORS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname")

_opened: list[str] = []
_armed = False


def _hook(event: str, args: tuple[object, ...]) -> None:
    if _armed and event in DOORS:
        _opened.append(event)


@pytest.fixture
def doors():
    """Watch the doors to the network; an audit hook cannot be taken away, only told to rest."""
    global _armed
    if not getattr(sys, "_doors_are_watched", False):
        sys.addaudithook(_hook)
        sys._doors_are_watched = True
    _opened.clear()
    _armed = True
    yield _opened
    _armed = False


async def test_no_socket_is_ever_opened(http, doors, fetch):
    http.serve(URL, latency=1, chunks=[(1, b"x")])
    async with http.session() as session:
        await asyncio.gather(*(fetch(session, URL) for _ in range(3)))
        with pytest.raises(UnknownUrlError):
            await session.get("http://localhost:9/")
        with pytest.raises(UnknownUrlError):
            await session.ws_connect("ws://localhost:9/")
        with pytest.raises(TimeoutError):
            await session.get(URL, timeout=aiohttp.ClientTimeout(total=0.5))
    async with aiohttp.request("GET", URL) as response:
        await response.read()
    assert doors == []
