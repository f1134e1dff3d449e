"""The program asks again and again whether both loads are done, without a pause.

`sleep(0)` lets the others have a turn and comes back at once. So the loop never rests: it is asked
thousands of times in the same instant, and on a real machine one core would be busy with it. To
wait for a task, await it.
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
        await asyncio.sleep(0)
    return await render(user.result(), ads.result())
