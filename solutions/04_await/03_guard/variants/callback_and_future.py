"""A callback looks at the task and decides what a future of our own gets."""

import asyncio
from typing import Any


async def or_default(
    op: Any, default: Any, errors: tuple[type[Exception], ...]
) -> Any:
    answer = asyncio.get_running_loop().create_future()

    def decide(task: Any) -> None:
        if answer.done() or task.cancelled():
            answer.cancel()
        elif task.exception() is None:
            answer.set_result(task.result())
        elif isinstance(task.exception(), errors):
            answer.set_result(default)
        else:
            answer.set_exception(task.exception())

    task = asyncio.ensure_future(op())
    task.add_done_callback(decide)
    try:
        return await answer
    finally:
        task.cancel()
