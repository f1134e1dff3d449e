"""You compare the names of classes, so an error that only has the name of a listed kind counts.

A name is not a kind. A library may well have a TimeoutError of its own that has nothing to do with
the one that is listed, and then a problem that nobody expected turns into the default.
"""

from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    names = {kind.__name__ for kind in errors}
    try:
        return await op()
    except Exception as error:
        if names & {kind.__name__ for kind in type(error).__mro__}:
            return default
        raise
