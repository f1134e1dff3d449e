"""After a failed audit the account stays locked for ever.

`release` stands on a line that is skipped when the audit raises. The next withdrawal waits for
a lock that nobody will give back. `async with` gives it back on every way out.
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
    await account.lock.acquire()
    if account.balance < amount:
        account.lock.release()
        return False
    await audit(amount)
    account.balance -= amount
    account.lock.release()
    return True
