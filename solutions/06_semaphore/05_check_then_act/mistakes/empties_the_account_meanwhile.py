"""All the money is taken off the account for the time of the audit, and the rest put back after.

Nobody else finds anything to take, and under the lock nobody is refused for it. But what comes in
during the audit is overwritten with what was there before.
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
        held, account.balance = account.balance, 0
        try:
            await audit(amount)
            held -= amount
        finally:
            account.balance = held
        return True
