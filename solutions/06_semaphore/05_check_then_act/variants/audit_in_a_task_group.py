"""The audit runs in a task group, and its error comes out in a group."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.places = asyncio.BoundedSemaphore(1)


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with account.places:
        if amount > account.balance:
            return False
        async with asyncio.TaskGroup() as group:
            group.create_task(audit(amount))
        account.balance -= amount
    return True
