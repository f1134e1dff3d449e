"""You hand back a copy of the default, not the default.

A copy protects the original from being changed. But the caller may well want to recognise its
default by asking whether it is that very object, and a copy never is.
"""

import copy
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        return copy.copy(default)
