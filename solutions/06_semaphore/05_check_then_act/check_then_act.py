"""Take money off an account, after an audit."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    """An account and the money on it. It may get more attributes."""

    def __init__(self, balance: int) -> None:
        """Open an account with some money, 0 or more."""
        self.balance = balance
        self.lock = asyncio.Lock()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    """Take `amount` off the account once `audit(amount)` has run.

    Return True, or False if it is not there. The balance never goes below
    zero. After an error of `audit`, or a cancel, no money is gone.
    """
    # What the check has seen is still true at the debit.
    async with account.lock:
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
