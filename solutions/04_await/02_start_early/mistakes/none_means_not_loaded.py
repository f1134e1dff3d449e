"""You look now and then whether user and ads are still None, and None may be what was loaded.

A user may be None, and then the program waits for ever for what is there. When a load fails, its
variable stays None too, and its error lies in a task that nobody asks. And whoever looks now and
then is always a little late. Wait for the loads themselves.
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
    user = ads = None

    async def get_user() -> None:
        nonlocal user
        user = await load_user()

    async def get_ads() -> None:
        nonlocal ads
        ads = await load_ads()

    loads = [asyncio.create_task(get_user()), asyncio.create_task(get_ads())]
    while user is None or ads is None:
        await asyncio.sleep(0.1)
    return await render(user, ads)
