"""A list of waiters, served by a callback of the one task."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    entry = slot.setdefault(key, {"waiting": []})
    if "client" in entry:
        return entry["client"]
    mine = asyncio.get_running_loop().create_future()
    entry["waiting"].append(mine)
    if "task" not in entry:
        entry["task"] = asyncio.ensure_future(connect(key))
        entry["task"].add_done_callback(lambda task: serve(entry, task))
    return await mine


def serve(entry: dict[str, Any], task: asyncio.Task[Any]) -> None:
    del entry["task"]
    waiting, entry["waiting"] = entry["waiting"], []
    error = asyncio.CancelledError() if task.cancelled() else task.exception()
    if error is None:
        entry["client"] = task.result()
    for future in waiting:
        if future.done():
            continue
        if error is None:
            future.set_result(task.result())
        else:
            future.set_exception(error)
