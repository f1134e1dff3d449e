"""ensure_future says if there is anything to wait for, before any work."""

import asyncio
from typing import Any


async def resolve(value: Any) -> Any:
    try:
        future = asyncio.ensure_future(value)
    except TypeError:
        return value
    return await future
