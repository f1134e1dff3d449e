"""Each load is given to an event loop of its own, and you are inside one already.

`asyncio.run` is for the outermost call of a program. Inside a coroutine the loop is running, and it
refuses to start a second one. Await the loads.
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
    user = asyncio.run(load_user())
    ads = asyncio.run(load_ads())
    return await render(user, ads)
