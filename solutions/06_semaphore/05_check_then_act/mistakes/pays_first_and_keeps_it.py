"""The money is taken before the audit, and is not put back when the audit fails.

That nobody can come between the check and the debit is good. But an error or a cancel then
leaves the function in the middle: the caller gets no money, and the account has lost it.
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
    await audit(amount)
    return True
