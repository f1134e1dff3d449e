"""You let errors be returned, and then take a returned exception object for a raised one.

return_exceptions puts errors and results into one list, where they look alike. When op returns an
exception object, as a record of what went wrong last night, say, you hand back the default.
A try can tell the two apart.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    (result,) = await asyncio.gather(op(), return_exceptions=True)
    if isinstance(result, errors):
        return default
    if isinstance(result, BaseException):
        raise result
    return result
