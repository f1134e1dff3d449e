"""You catch all exceptions, also those that nobody expected.

The page never breaks. But a bug in op, a wrong key or a division by zero, now reads as bad weather,
and nobody will look for it.
The caller has listed the errors that are worth a default; catch these.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except Exception:
        return default
