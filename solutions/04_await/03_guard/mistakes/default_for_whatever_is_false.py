"""You take the default also for results that count as false: 0, an empty text, an empty list.

"or" does not ask whether op failed; it asks whether the result is true. A temperature of 0 degrees
is a good result.
Only an error means that there is none.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return (await op()) or default
    except errors:
        return default
