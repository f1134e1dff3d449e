"""An error that is not listed comes out inside an ExceptionGroup.

A task group packs what goes wrong into a group, also a single error. except* takes the listed kinds
out of it, and what is left stays packed. A caller who has written an except for that error does not
catch the group.
"""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    has_failed = False
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(op())
    except* errors:
        has_failed = True
    return default if has_failed else task.result()
