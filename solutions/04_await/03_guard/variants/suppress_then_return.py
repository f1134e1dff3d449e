"""suppress ends the block, and the default stands after it."""

import contextlib
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    with contextlib.suppress(*errors):
        return await op()
    return default
