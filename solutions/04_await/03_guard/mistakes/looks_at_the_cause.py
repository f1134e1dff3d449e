"""An error that is not listed becomes the default when the error that caused it is listed.

A bug that was raised `from` a lost connection is a bug all the same: somebody has decided that it
is one, and raised it. What counts is the error that comes out of op.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except Exception as error:
        if isinstance(error, errors) or isinstance(error.__cause__, errors):
            return default
        raise
