"""Without ads, or with a user that counts as false, nothing is rendered.

`if user and ads` asks whether both count as true. `None`, 0 and an empty list do not, and they are
results all the same. Both loads are done by then; there is nothing to ask.
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
    if user and ads:
        return await render(user, ads)
    return ""
