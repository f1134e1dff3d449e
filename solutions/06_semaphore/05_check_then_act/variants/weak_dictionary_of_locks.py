"""The locks live beside the accounts, as long as these live."""

import asyncio
from collections.abc import Awaitable, Callable
from weakref import WeakKeyDictionary


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


_locks: WeakKeyDictionary[Account, asyncio.Lock] = WeakKeyDictionary()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with _locks.setdefault(account, asyncio.Lock()):
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
    return True
