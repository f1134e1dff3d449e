"""You await op once to see whether it works, and then again for the result.

Each call does all the work, so it takes twice as long. And what worked the first time may still
fail the second time, where nothing guards it.
Keep the result of the one call.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        await op()
    except errors:
        return default
    return await op()
