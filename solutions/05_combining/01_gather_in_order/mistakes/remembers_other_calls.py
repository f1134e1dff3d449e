"""What one call fetched is handed out by the next one as well.

A default value such as `{}` is made once, together with the function, and all calls share it; a
dict at the top of the module does the same. Tomorrow's page would show today's prices. Make a new
dict inside the function.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]],
    keys: Sequence[K],
    found: dict[K, V] = {},
) -> list[V]:
    missing = [key for key in dict.fromkeys(keys) if key not in found]
    values = await asyncio.gather(*(fetch(key) for key in missing))
    found.update(zip(missing, values, strict=True))
    return [found[key] for key in keys]
