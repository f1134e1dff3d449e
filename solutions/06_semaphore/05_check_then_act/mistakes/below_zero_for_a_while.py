"""The money is taken without a check, and put back after the audit if there was not enough.

During the audit the balance is below zero, and whoever looks then sees it. An amount that was
never there is audited as well, and the answer is late.
"""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    account.balance -= amount
    try:
        await audit(amount)
    except BaseException:
        account.balance += amount
        raise
    if account.balance < 0:
        account.balance += amount
        return False
    return True
