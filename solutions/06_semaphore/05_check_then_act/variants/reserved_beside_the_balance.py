"""What is being audited is counted apart; the balance falls at the end."""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.reserved = 0


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.balance - account.reserved < amount:
        return False
    account.reserved += amount
    try:
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        account.reserved -= amount
