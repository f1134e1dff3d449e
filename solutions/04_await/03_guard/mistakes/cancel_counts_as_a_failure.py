"""You return the default when you are cancelled, as if op had failed.

A cancel is no failure of op: somebody outside has decided that nobody needs the result any more,
and waits for CancelledError to come out. It is not among the errors that you were given.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except (*errors, asyncio.CancelledError):
        return default
