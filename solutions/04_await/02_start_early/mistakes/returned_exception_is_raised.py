"""You raise an exception object that a load returned as its value.

`return_exceptions=True` puts what was raised and what was returned side by side, and there they
look the same. A user may be anything. Without it, what is raised comes out by itself.
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
    results = await asyncio.gather(
        load_user(), load_ads(), return_exceptions=True
    )
    for result in results:
        if isinstance(result, Exception):
            raise result
    return await render(*results)
