"""The balance is read before the audit and written after it.

A lock keeps other withdrawals away, but not those who pay in. What came in during the audit is
overwritten with a number from before. Subtract from what is there now.
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
        balance = account.balance
        if balance < amount:
            return False
        await audit(amount)
        account.balance = balance - amount
        return True
