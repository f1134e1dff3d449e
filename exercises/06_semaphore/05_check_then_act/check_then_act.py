"""Take money off an account, after an audit."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    """An account and the money on it. It may get more attributes."""

    def __init__(self, balance: int) -> None:
        """Open an account with some money, 0 or more."""
        self.balance = balance


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    """Take `amount` off the account once `audit(amount)` has run.

    Return True, or False if it is not there. The balance never goes below
    zero. After an error of `audit`, or a cancel, no money is gone.
    """
    # TODO: check, audit, and debit, and let nobody come in between.
    raise NotImplementedError
