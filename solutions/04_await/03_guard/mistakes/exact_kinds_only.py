"""You compare kinds for equality, so subclasses of a listed kind come out.

A ConnectionResetError is a ConnectionError, and to whoever lists ConnectionError it should not
matter which one it is.
except and isinstance look at base classes too; comparing types does not.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    try:
        return await op()
    except Exception as error:
        if type(error) in errors:
            return default
        raise
