"""Tasks, awaited in turn."""

import asyncio


async def add(fetch, left, right):
    tasks = [asyncio.create_task(fetch(name)) for name in (left, right)]
    return sum([await task for task in tasks])
