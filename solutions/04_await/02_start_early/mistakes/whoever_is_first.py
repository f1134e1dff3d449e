"""The results are taken in the order in which the loads finish.

Both loads run at the same time, which is right. But `as_completed` hands out whatever is ready
first, and when that is the ads, `render` gets them in the place of the user. Keep track of which
result is which.
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
    user, ads = [
        await load for load in asyncio.as_completed([load_user(), load_ads()])
    ]
    return await render(user, ads)
