"""The money comes back after an error, and not after a cancel.

CancelledError is no `Exception`, so the lines that put the money back are skipped. A customer
who hangs up during the audit loses what was reserved.
"""

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
    except Exception:
        account.balance += amount
        raise
    return True
