"""User and ads are taken out of a set, and a set has no order.

`asyncio.wait` gives back the finished tasks as a set: which one comes out first is left to chance.
So `render` sometimes gets the ads in the place of the user. Keep the two tasks under names of your
own and read the results from those.
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
    done, _ = await asyncio.wait(
        [asyncio.create_task(load_user()), asyncio.create_task(load_ads())]
    )
    user, ads = (task.result() for task in done)
    return await render(user, ads)
