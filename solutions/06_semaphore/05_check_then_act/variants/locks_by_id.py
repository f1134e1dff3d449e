"""A dictionary of locks by the identity of the account."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


_locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    lock = _locks[id(account)]
    await lock.acquire()
    try:
        enough = account.balance >= amount
        if enough:
            await audit(amount)
            account.balance -= amount
        return enough
    finally:
        lock.release()
