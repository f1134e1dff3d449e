"""You give up when a load takes long, and nobody asked you to.

A limit seems careful, but how long is too long is for your caller to say: asyncio.timeout around
the await of your function does it, and needs no word from you.
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
    async with asyncio.timeout(10):
        user, ads = await asyncio.gather(load_user(), load_ads())
    return await render(user, ads)
