"""The audit is called and never runs.

A call of a coroutine function makes an object and no more. The money is paid at the same
moment, and nobody has asked the auditor.
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
        if account.balance < amount:
            return False
        audit(amount)
        account.balance -= amount
        return True
