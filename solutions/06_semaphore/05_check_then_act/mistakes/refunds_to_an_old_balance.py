"""When the audit fails, the balance is set back to what it was before.

That was before the audit began: what came in since, and what others took, is undone as well. Give
back what you took, and nothing else.
"""

from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    before = account.balance
    if before < amount:
        return False
    account.balance -= amount
    try:
        await audit(amount)
    except BaseException:
        account.balance = before
        raise
    return True
