"""A mocked internet, and the virtual seconds since a test began."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from grader.lab.clock import START_SECONDS
from grader.lab.http import Http


@pytest.fixture
def http() -> Iterator[Http]:
    """Mocked HTTP, entered."""
    with Http() as mocked:
        yield mocked


@pytest.fixture
def now() -> Callable[[], float]:
    """Return virtual seconds since the test began."""
    return lambda: asyncio.get_running_loop().time() - START_SECONDS


@dataclass(frozen=True)
class Ending:
    """How something ended, and when."""

    at: float
    value: Any = None
    error: BaseException | None = None


@pytest.fixture
def ending(now: Callable[[], float]) -> Callable[[Awaitable[Any]], Awaitable[Ending]]:
    """Await something and say how it ended, also by a cancellation from inside."""

    async def watch(awaitable: Awaitable[Any]) -> Ending:
        try:
            value = await awaitable
        except BaseException as error:
            return Ending(now(), error=error)
        return Ending(now(), value)

    return watch


@pytest.fixture
def fetch(http: Http) -> Callable[..., Awaitable[bytes]]:
    """Get a URL as everybody does."""

    async def get(session: Any, url: str, **kwargs: Any) -> bytes:
        async with session.get(url, **kwargs) as response:
            body: bytes = await response.read()
            return body

    return get
