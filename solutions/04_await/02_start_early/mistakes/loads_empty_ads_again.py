"""Empty ads are loaded a second time.

`or` asks whether the first ones count as true, and an empty list does not. But it is a result:
there are no ads today. Asking again makes everybody wait once more for the same answer.
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
    return await render(user, ads or await load_ads())
