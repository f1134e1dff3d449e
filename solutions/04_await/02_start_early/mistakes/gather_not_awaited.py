"""The loads were started together, and nobody waited for them.

`asyncio.gather(...)` returns at once with a future, the promise of two results. Taking it apart
before the results are there cannot work; Python says so with an error. Wait for it first.
"""

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
    user, ads = asyncio.gather(load_user(), load_ads())
    return await render(user, ads)
