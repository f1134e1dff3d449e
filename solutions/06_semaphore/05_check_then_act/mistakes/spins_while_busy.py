"""Whoever has to wait asks again and again, without any time passing.

`sleep(0)` gives the others a turn, but the clock does not move on as long as somebody is always
ready to ask again: the processor is busy doing nothing. A lock lets those who wait sleep, and
wakes them.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.is_busy = False


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    while account.is_busy:
        await asyncio.sleep(0)
    account.is_busy = True
    try:
        if account.balance < amount:
            return False
        await audit(amount)
        account.balance -= amount
        return True
    finally:
        account.is_busy = False
