"""Between the check and the debit others run, and they check too.

All three look while the money is still there, all three wait for the auditor, and all three
take it: the balance falls below zero. Your code is alone only from one await to the next; what
you saw before an await may be over after it.
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
    await audit(amount)
    account.balance -= amount
    return True
