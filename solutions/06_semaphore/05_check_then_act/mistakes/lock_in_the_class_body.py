"""The lock stands in the body of the class, so all accounts share it.

What is assigned there is made once, with the class, and not once for each account: a withdrawal
from one account waits for the audit of another. What belongs to one account is made in
`__init__`.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    lock = asyncio.Lock()

    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with account.lock:
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
