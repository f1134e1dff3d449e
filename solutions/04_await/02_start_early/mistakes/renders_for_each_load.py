"""The page is drawn as soon as one load is done, and once more when the other is.

The first page is drawn with a hole in it. `render` is asked for once, when both loads are there;
the text of an unfinished page is of no use to anybody.
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
    ads_task = asyncio.create_task(load_ads())
    text = await render(await user_task, None)
    ads = await ads_task
    if ads is not None:
        text = await render(await user_task, ads)
    return text
