"""Two files and a ticker: watch that ticks go on, and when both are read."""

import asyncio
import time

from off_the_loop import checksum


def read_blocking(path: str) -> bytes:
    print(f"{path}: reading")
    time.sleep(5)
    print(f"{path}: read")
    return b"hello"


async def ticker() -> None:
    for number in range(1, 5):
        await asyncio.sleep(1)
        print("tick", number)


async def add_up(path: str) -> None:
    print(f"{path}: checksum {await checksum(read_blocking, path)}")


async def main() -> None:
    await asyncio.gather(add_up("a.txt"), add_up("b.txt"), ticker())


if __name__ == "__main__":
    asyncio.run(main())
