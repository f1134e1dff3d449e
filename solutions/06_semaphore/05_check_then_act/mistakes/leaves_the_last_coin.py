"""Nobody can take all that is there.

With `<=` a withdrawal of exactly the balance is refused, although zero is not below zero.
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
    async with account.lock:
        if account.balance <= amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
