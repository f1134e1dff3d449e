"""You raise the default when it is an exception object.

An exception object is an object like any other until somebody raises it. The caller wants to have
it handed back, to write it into a report, say.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except errors:
        if isinstance(default, BaseException):
            raise default from None
        return default
