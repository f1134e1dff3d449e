"""Instead of waiting for the loads, the program sleeps for a fixed time and hopes.

That may be enough in one of the examples. A slower load has no result by then, and a faster one
would make everybody wait for nothing. Wait for the loads themselves; they know when they are done.
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
    user = asyncio.create_task(load_user())
    ads = asyncio.create_task(load_ads())
    await asyncio.sleep(2)
    return await render(user.result(), ads.result())
