"""You return in finally, and that throws every error away.

finally runs also when an error is on its way out. A return in it replaces the error with a value:
the bugs, and even a cancel, are gone without a trace.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    result = default
    try:
        result = await op()
    finally:
        return result
