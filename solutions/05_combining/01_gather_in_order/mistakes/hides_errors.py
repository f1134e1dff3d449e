"""An error of `fetch` was caught and thrown away.

`except Exception: return None` keeps the program going, and the caller will never learn
that something is missing. Only catch what you can do something about; let everything else
come out.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    async def careful(key: K) -> V | None:
        try:
            return await fetch(key)
        except Exception:
            return None

    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(*(careful(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
