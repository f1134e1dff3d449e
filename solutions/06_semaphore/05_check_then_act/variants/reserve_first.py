"""Take the money first, audit then, and put it back unless all went well."""

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
    try:
        await audit(amount)
    except BaseException:
        account.balance += amount
        raise
    return True
