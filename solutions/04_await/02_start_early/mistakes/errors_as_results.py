"""When a load fails, its error is handed to `render` as if it were the user or the ads.

`return_exceptions=True` puts an exception among the results, for code that goes on to look which is
which. Nobody looks here: the page is drawn with an error on it, and the caller does not learn of
it. Without it, the error comes out by itself.
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
    user, ads = await asyncio.gather(
        load_user(), load_ads(), return_exceptions=True
    )
    return await render(user, ads)
