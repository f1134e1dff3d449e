"""The payment is shielded from a cancel, and goes on without the one who wanted it.

CancelledError comes out at once, so all looks well. But the audit runs to its end behind it, and
then the money is taken: the customer has hung up and pays all the same.
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
    async def pay() -> bool:
        async with account.lock:
            if account.balance < amount:
                return False
            await audit(amount)
            account.balance -= amount
            return True

    return await asyncio.shield(pay())
