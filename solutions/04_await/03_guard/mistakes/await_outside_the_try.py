"""Your try stands around the call of op, and the error comes out of the await behind it.

op() only makes a coroutine object; at that moment nothing has run, and nothing can fail. When op
fails, seconds later, the try is long over.
What has to stand inside is the await.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        running = op()
    except errors:
        return default
    return await running
