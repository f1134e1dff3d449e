"""Both loads are waited for in any case; all errors come out in a group."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    loads = [
        asyncio.ensure_future(load_user()),
        asyncio.ensure_future(load_ads()),
    ]
    await asyncio.gather(*loads, return_exceptions=True)
    errors = [load.exception() for load in loads if load.exception()]
    if errors:
        raise BaseExceptionGroup("the page could not be loaded", errors)
    return await render(*(load.result() for load in loads))
