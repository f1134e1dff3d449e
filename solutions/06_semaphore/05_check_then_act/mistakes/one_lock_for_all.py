"""Accounts that have nothing to do with each other share a lock.

No account is overdrawn, but a withdrawal from one account waits for the audit of another. And a
lock that lives in the module belongs to the first loop in
which somebody had to wait for it; in the next one it raises a RuntimeError.
"""

import asyncio
from collections.abc import Awaitable, Callable

_lock = asyncio.Lock()


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with _lock:
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
