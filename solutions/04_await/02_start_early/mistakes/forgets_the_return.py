"""Everything was loaded and drawn, and then the text was dropped.

A function without `return` gives back None. What `await render(...)` gives has to be handed on.
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
    user, ads = await asyncio.gather(load_user(), load_ads())
    await render(user, ads)
