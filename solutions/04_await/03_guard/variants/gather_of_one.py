"""A gather of one raises what its only member raises."""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        [result] = await asyncio.gather(op())
    except errors:
        result = default
    return result
