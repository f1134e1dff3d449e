"""The place is given back also by one who was still waiting for it.

Whoever is cancelled in the line never had the place, and the `finally` gives it back nevertheless.
From then on two are let in at a time, and both see the same money. A semaphore does not ask who.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.place = asyncio.Semaphore(1)


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    try:
        await account.place.acquire()
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        account.place.release()
