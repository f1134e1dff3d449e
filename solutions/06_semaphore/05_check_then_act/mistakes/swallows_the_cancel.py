"""You were cancelled, put the money back, and returned as if nothing had happened.

Catching it to put things right is good; stopping there is not. Whoever cancels waits to see
CancelledError come out.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.balance < amount:
        return False
    account.balance -= amount
    try:
        await audit(amount)
    except asyncio.CancelledError:
        account.balance += amount
        return False
    except BaseException:
        account.balance += amount
        raise
    return True
