"""The account does it all: a property watches, a method holds the lock."""

import asyncio
from collections.abc import Awaitable, Callable


class Account:
    __slots__ = ("_balance", "_lock")

    def __init__(self, balance: int) -> None:
        self._balance = balance
        self._lock = asyncio.Lock()

    @property
    def balance(self) -> int:
        return self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        if value < 0:
            raise ValueError("below zero")
        self._balance = value

    async def take(
        self, amount: int, audit: Callable[[int], Awaitable[None]]
    ) -> bool:
        async with self._lock:
            if enough := self.balance >= amount:
                await audit(amount)
                self.balance -= amount
            return enough


async def withdraw(
    account: Account, amount: int, audit: Callable[[int], Awaitable[None]]
) -> bool:
    return await account.take(amount, audit)
