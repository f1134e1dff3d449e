"""When you are cancelled, op goes on without you.

shield keeps a cancel away from what is inside. You end, and op works on for a result that nobody
will fetch.
A plain await passes the cancel on.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await asyncio.shield(op())
    except errors:
        return default
