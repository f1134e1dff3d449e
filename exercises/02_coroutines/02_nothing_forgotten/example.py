"""One order: watch that it is saved before the customer gets its number."""

import asyncio
from typing import Any

from nothing_forgotten import save_and_notify


async def save(record: dict[str, Any]) -> str:
    print("saving", record)
    await asyncio.sleep(1)
    print("saved")
    return "r-17"


async def notify(number: str) -> None:
    print("writing to the customer about", number)
    await asyncio.sleep(0.5)
    print("the customer knows")


async def main() -> None:
    print("result:", await save_and_notify(save, notify, {"title": "tea"}))


if __name__ == "__main__":
    asyncio.run(main())
