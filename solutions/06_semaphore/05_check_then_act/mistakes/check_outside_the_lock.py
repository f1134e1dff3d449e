"""The lock comes after the check.

Everybody has looked before the first one gets the lock. One after another they then audit and take,
and each relies on what it saw before it waited. A lock protects what stands inside it, and the
check has to be there too.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.balance < amount:
        return False
    async with account.lock:
        await audit(amount)
        account.balance -= amount
        return True
