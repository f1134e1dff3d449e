"""You wait some seconds for op, and no longer.

It looks generous, and most answers come in time. But nobody has asked for a limit: op may take
minutes, and its result is worth the wait to whoever called you.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        async with asyncio.timeout(30):
            return await op()
    except errors:
        return default
