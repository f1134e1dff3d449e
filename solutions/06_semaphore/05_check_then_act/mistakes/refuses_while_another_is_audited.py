"""Whoever comes during an audit of the same account is refused.

False means that there is not enough. Here it also means that somebody else was quicker, although
the money would have been enough for both.
"""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.is_busy = False


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.is_busy or account.balance < amount:
        return False
    account.is_busy = True
    try:
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        account.is_busy = False
