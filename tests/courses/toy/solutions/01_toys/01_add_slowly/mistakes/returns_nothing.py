"""A function without `return` returns None."""


async def add(fetch, left, right):
    return None
