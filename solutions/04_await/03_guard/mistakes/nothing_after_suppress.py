"""When the error is suppressed your function comes to its end, and returns None.

suppress ends the block at the point of the error, and the program goes on after it. There nothing
is left that would hand back the default.
"""

import contextlib
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    with contextlib.suppress(*errors):
        return await op()
