"""A bare except catches whatever comes, and a cancel is among it.

All errors become the default, the expected ones and the bugs. And when your caller is cancelled,
CancelledError arrives at your await as well: you catch it and return, so nobody can stop you.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except:
        return default
