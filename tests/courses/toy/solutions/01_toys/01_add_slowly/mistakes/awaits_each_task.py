"""A task that is awaited in the line that makes it runs alone."""

import asyncio


async def add(fetch, left, right):
    total = 0
    for name in (left, right):
        total += await asyncio.create_task(fetch(name))
    return total
