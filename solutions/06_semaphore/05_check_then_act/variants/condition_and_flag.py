"""A flag on the account, and a condition on which the others wait."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.is_busy = False
        self.changed = asyncio.Condition()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with account.changed:
        await account.changed.wait_for(lambda: not account.is_busy)
        account.is_busy = True
    try:
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        account.is_busy = False
        async with account.changed:
            account.changed.notify()
