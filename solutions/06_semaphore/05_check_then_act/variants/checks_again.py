"""Check, audit, and check once more before the debit."""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.balance < amount:
        return False
    await audit(amount)
    if account.balance < amount:
        return False
    account.balance -= amount
    return True
