"""Two blocks, one of them fails: watch that each connection is closed."""

import asyncio

from opened import opened


class Connection:
    async def close(self) -> None:
        await asyncio.sleep(0.1)
        print("closed")


async def connect(name: str) -> Connection:
    print(f"connecting to {name}")
    await asyncio.sleep(0.1)
    return Connection()


async def main() -> None:
    async with opened(connect, "db"):
        print("working")
        await asyncio.sleep(1)
    try:
        async with opened(connect, "db"):
            print("failing")
            raise ValueError("broken")
    except ValueError as error:
        print("came out:", error)


if __name__ == "__main__":
    asyncio.run(main())
