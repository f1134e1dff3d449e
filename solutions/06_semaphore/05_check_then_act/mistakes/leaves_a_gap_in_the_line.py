"""Whoever leaves the line lets the next one in, though the one before is not done.

Each withdrawal waits for the end of the one before it. One that is cancelled while it waits ends
too, and the next takes that for the sign to begin: it checks while the first is still being
audited. A lock keeps the order of its line also when somebody leaves it.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.last: asyncio.Event | None = None


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    before, mine = account.last, asyncio.Event()
    account.last = mine
    try:
        if before is not None:
            await before.wait()
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        mine.set()
