"""You give up after a second, although op might still answer.

A limit on time is a good thing where somebody asks for it. Here it takes as long as op takes; a
slow answer is no error.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await asyncio.wait_for(op(), timeout=1)
    except (*errors, TimeoutError):
        return default
