"""Who finds too little left waits while what is reserved may come back."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.reserved = 0
        self.change = asyncio.Event()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    while account.balance - account.reserved < amount:
        if account.balance < amount:
            return False
        account.change.clear()
        await account.change.wait()
    account.reserved += amount
    try:
        await audit(amount)
        account.balance -= amount
    finally:
        account.reserved -= amount
        account.change.set()
    return True
