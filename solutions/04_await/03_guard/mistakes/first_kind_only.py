"""Only the first kind of error is caught; the others come out.

You were given several kinds, and an error of any of them is worth the default. except takes a
whole tuple of kinds. With no kinds at all, even asking for the first one fails.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors[0]:
        return default
