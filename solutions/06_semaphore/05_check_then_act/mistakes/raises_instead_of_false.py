"""When there is not enough, an error comes out.

False was asked for. Whoever called expects an answer and gets an exception, which can end the
withdrawals beside this one as well.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    async with account.lock:
        if account.balance < amount:
            raise ValueError(f"{account.balance} is less than {amount}")
        await audit(amount)
        account.balance -= amount
        return True
