"""One future per different key, filled by helpers; all await the futures."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    places: dict[K, asyncio.Future[V]] = {}

    async def fill(key: K, place: asyncio.Future[V]) -> None:
        try:
            place.set_result(await fetch(key))
        except Exception as error:
            place.set_exception(error)

    helpers = []
    for key in keys:
        if key not in places:
            places[key] = asyncio.get_running_loop().create_future()
            helpers.append(asyncio.create_task(fill(key, places[key])))
    await asyncio.gather(*helpers)
    return [await places[key] for key in keys]
