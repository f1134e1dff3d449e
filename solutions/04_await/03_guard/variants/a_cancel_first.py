"""A cancel is let through first, whatever op makes of it."""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    me = asyncio.current_task()
    before = me.cancelling()
    try:
        return await op()
    except errors:
        if me.cancelling() > before:
            raise asyncio.CancelledError from None
        return default
