"""You wait a little before you hand back the default.

A pause before the next try would be polite to a service that has failed. There is no next try here,
and the page waits for nothing.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        await asyncio.sleep(0.5)
    return default
