"""You look every now and then whether op is over, and so you are late.

What ends just after a look waits for the next one. And when you are cancelled, you were only
sleeping: the task in which op runs hears nothing of it. An await of the task ends with it, and
passes a cancel on.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    task = asyncio.ensure_future(op())
    while not task.done():
        await asyncio.sleep(0.1)
    error = task.exception()
    if error is None:
        return task.result()
    if isinstance(error, errors):
        return default
    raise error
