"""When op fails you call it a second time.

Often that helps, and nobody asked for it: it takes twice as long, and whatever op does is done
twice.
One failure is enough for the default.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        try:
            return await op()
        except errors:
            return default
