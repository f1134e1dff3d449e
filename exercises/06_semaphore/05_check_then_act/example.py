"""Three people want 80 of 100: watch who gets it, and what is left."""

import asyncio

from check_then_act import Account, withdraw


async def audit(amount: int) -> None:
    print(f"the audit of {amount} begins")
    await asyncio.sleep(1)


async def customer(name: str, account: Account) -> None:
    paid = await withdraw(account, 80, audit)
    print(f"{name} gets", "80" if paid else "nothing")


async def main() -> None:
    account = Account(100)
    names = ["Ada", "Bob", "Eve"]
    await asyncio.gather(*(customer(name, account) for name in names))
    print("left:", account.balance)


if __name__ == "__main__":
    asyncio.run(main())
