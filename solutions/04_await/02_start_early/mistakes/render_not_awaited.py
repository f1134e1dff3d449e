"""The page was never drawn: `render` was called and not awaited.

Both loads ran together and ended. Then `render(...)` made one more coroutine object, and that went
to your caller in place of the text.
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
    return render(user, ads)
