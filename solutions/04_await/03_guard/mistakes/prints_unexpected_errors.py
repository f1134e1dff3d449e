"""You let nothing out: an error that is not listed is printed, and None comes back.

A line on the screen is not an error. The program goes on with None, and fails somewhere else or,
worse, not at all.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        return default
    except Exception as error:
        print("unexpected:", error)
