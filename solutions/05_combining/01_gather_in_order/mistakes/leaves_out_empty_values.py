"""A value that counts as false was left out.

`if found[key]` asks whether the value is true, and 0, an empty text and None are not. They are
values all the same, and without them all the later ones stand in the wrong place. Do not ask at
all: each key has a value by now.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(*(fetch(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys if found[key]]
