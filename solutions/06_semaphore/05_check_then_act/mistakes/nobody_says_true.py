"""The money is taken, and the answer is None.

A function that ends without `return` gives None, and None counts as false: the customer is told
that there was not enough, and the account has paid.
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
        await audit(amount)
        account.balance -= amount
