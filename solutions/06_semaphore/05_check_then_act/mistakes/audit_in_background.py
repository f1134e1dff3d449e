"""The audit is started, and the money is paid before it has an answer.

The task runs beside the payment. If it finds something, its error comes out nowhere, and the money
is long gone.
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
        asyncio.ensure_future(audit(amount))
        account.balance -= amount
        return True
