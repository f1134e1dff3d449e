"""Each call makes a lock of its own.

A lock keeps apart those who share it. One that is made inside the call is always free, so all
withdrawals check and audit at the same time, and all of them take the money.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with asyncio.Lock():
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
