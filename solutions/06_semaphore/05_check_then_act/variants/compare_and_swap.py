"""Debit only when nothing has changed since the check, or start over."""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    while (seen := account.balance) >= amount:
        await audit(amount)
        if account.balance == seen:
            account.balance = seen - amount
            return True
    return False
