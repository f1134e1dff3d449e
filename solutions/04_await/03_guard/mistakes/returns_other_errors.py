"""An error that is not listed comes back as a value.

Your caller gets an exception object where the weather should be, and does not know. It will fail
later, far away from the cause.
An error that you do not handle has to be raised.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        return default
    except Exception as error:
        return error
