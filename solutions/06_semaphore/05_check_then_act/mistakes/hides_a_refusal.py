"""An error of the audit becomes a False.

False means that there was not enough money. Whoever gets it cannot know that the auditor could not
be reached, or said no; the error has to come out.
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
        try:
            await audit(amount)
        except Exception:
            return False
        account.balance -= amount
        return True
