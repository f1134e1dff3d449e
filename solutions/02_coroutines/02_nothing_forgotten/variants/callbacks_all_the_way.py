"""Each step starts the next in a callback; a future says that all is over."""

import asyncio
from collections.abc import Callable
from typing import Any


async def save_and_notify(
    save: Any, notify: Any, record: dict[str, Any]
) -> str:
    over: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks = []

    def start(coroutine: Any, then: Callable[[Any], None]) -> None:
        def ended(task: asyncio.Task[Any]) -> None:
            if task.cancelled():
                over.cancel()
            elif error := task.exception():
                over.set_exception(error)
            else:
                then(task.result())

        tasks.append(asyncio.ensure_future(coroutine))
        tasks[-1].add_done_callback(ended)

    def saved(record_id: str) -> None:
        start(notify(record_id), lambda _: over.set_result(record_id))

    start(save(record), saved)
    return await over
