"""A failed fetch came back as if it were a value.

`return_exceptions=True` puts the exceptions among the results, and the caller sees a list
that looks fine and is not. It is for code that goes on to sort out which is which. Leave it
out and the first error comes out by itself.
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
    values = await asyncio.gather(
        *(fetch(key) for key in wanted), return_exceptions=True
    )
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
