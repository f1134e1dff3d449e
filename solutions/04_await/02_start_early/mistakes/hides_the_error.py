"""When anything fails, a text comes out all the same, as if it were the page.

`except Exception` catches every error, here only to put a text in its place. Your caller can no
longer tell a page from a broken server. Let an error go its own way.
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
    try:
        user, ads = await asyncio.gather(load_user(), load_ads())
        return await render(user, ads)
    except Exception:
        return ""
