"""An exit stack puts the money back unless it is told not to."""

from collections.abc import Awaitable, Callable
from contextlib import ExitStack


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    def pay_in(self, amount: int) -> None:
        self.balance += amount


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    if account.balance < amount:
        return False
    with ExitStack() as undo:
        account.balance -= amount
        undo.callback(account.pay_in, amount)
        await audit(amount)
        undo.pop_all()
    return True
