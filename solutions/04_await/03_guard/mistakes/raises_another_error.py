"""An error that is not listed comes out as one of yours.

Whoever waits for a certain kind of error no longer sees it: an except looks at the kind of what
comes out, not at its text, nor at its cause.
Leave the errors alone that you do not handle: they come out by themselves.
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
        raise RuntimeError(f"op failed: {error}")
