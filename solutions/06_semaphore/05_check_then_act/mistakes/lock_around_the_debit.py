"""The lock stands around the debit alone, where nobody could come between anyway.

A subtraction does not wait, so nothing gets in there, lock or no lock. What comes in between comes
before it, during the audit: by then everybody has looked, and seen enough.
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
    await audit(amount)
    async with account.lock:
        account.balance -= amount
    return True
