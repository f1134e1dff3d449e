"""A helper loads, and drawing is one more task that is awaited."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    async def both() -> list[Any]:
        return list(await asyncio.gather(load_user(), load_ads()))

    user, ads = await asyncio.create_task(both())
    text = asyncio.ensure_future(render(user, ads))
    return await text
