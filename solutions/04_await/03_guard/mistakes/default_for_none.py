"""You take the default also when the result is None.

None stands for "it failed" in your code, and op may return just that. From the outside nobody can
tell the two apart, and the caller asked for what op gives.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    result = None
    try:
        result = await op()
    except errors:
        pass
    return default if result is None else result
