"""A task group waits for a helper; errors come out in an exception group."""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import Any


async def outcome(value: Awaitable[Any]) -> Any:
    return await value


async def resolve(value: Any) -> Any:
    if not inspect.isawaitable(value):
        return value
    async with asyncio.TaskGroup() as group:
        task = group.create_task(outcome(value))
    return task.result()
