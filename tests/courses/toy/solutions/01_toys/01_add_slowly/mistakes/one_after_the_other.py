"""Each `await` waits to its end before the next call is even made.

So the times add up.
"""


async def add(fetch, left, right):
    return await fetch(left) + await fetch(right)
