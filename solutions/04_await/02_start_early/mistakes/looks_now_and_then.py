"""The program looks now and then whether both loads are done.

Between two looks a finished load lies about unseen, so `render` starts late. And whoever looks
often enough not to be late keeps the loop busy with looking. To wait for a task, await it: you are
woken at the moment when it ends.
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
    user = asyncio.create_task(load_user())
    ads = asyncio.create_task(load_ads())
    while not (user.done() and ads.done()):
        await asyncio.sleep(0.1)
    return await render(user.result(), ads.result())
