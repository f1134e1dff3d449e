"""`as_completed`, where each result carries its name."""

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
    async def labelled(
        label: str, load: Callable[[], Awaitable[Any]]
    ) -> tuple[str, Any]:
        return label, await load()

    loads = [labelled("ads", load_ads), labelled("user", load_user)]
    parts = dict([await part for part in asyncio.as_completed(loads)])
    return await render(parts["user"], parts["ads"])
