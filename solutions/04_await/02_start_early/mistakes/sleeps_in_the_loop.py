"""`time.sleep` stops the loop, and with it both loads.

While an ordinary function runs, nobody else does. The loads that were just put on the loop's list
cannot even begin during this sleep, and have no result after it.
"""

import asyncio
import time
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
    time.sleep(2)
    return await render(user.result(), ads.result())
