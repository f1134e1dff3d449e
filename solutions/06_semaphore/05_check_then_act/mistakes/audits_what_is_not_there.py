"""The audit comes first, and the check after it.

Nobody can come between this check and the debit, so the balance is safe. But the auditor is
asked about money that is not there, and the customer waits for a No that was known at once.
"""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    await audit(amount)
    if account.balance < amount:
        return False
    account.balance -= amount
    return True
