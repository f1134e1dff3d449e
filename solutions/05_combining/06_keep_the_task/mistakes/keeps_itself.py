"""The task puts itself into the set with its first step, and that comes after your return.

create_task puts a task in line; its body begins when everybody before it has had a turn. Whoever
looks into `keep` right after `spawn`, or waits for all who are in it, does not find the new one.
What has to be true when you return is done before you return.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def kept() -> Any:
        me = asyncio.current_task()
        keep.add(me)
        try:
            return await coro
        except Exception as error:
            return on_error(error)
        finally:
            keep.remove(me)

    return asyncio.ensure_future(kept())
