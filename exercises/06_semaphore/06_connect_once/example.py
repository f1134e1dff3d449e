"""Many callers, three databases: watch how often anybody connects."""

import asyncio
from typing import Any

from connect_once import get_client

slot: dict[str, Any] = {}


async def connect(key: str) -> str:
    print(f"connecting to {key}")
    await asyncio.sleep(2)
    return f"client of {key}"


async def caller(number: int, key: str) -> None:
    client = await get_client(slot, key, connect)
    print(f"caller {number} has the {client}")


async def main() -> None:
    await asyncio.gather(*(caller(number, "users") for number in (1, 2, 3)))
    await asyncio.gather(caller(4, "orders"), caller(5, "stock"))
    await caller(6, "users")


if __name__ == "__main__":
    asyncio.run(main())
