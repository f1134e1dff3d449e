"""When anything fails, an empty page comes out, as if all were well.

`except Exception` catches every error, here only to throw it away. Your caller can no longer tell
an empty page from a broken server. Let an error go its own way.
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
