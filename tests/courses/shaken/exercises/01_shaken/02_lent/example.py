"""Work with one permit: watch that the goodbye comes last."""

import asyncio

from lent import lent


async def work():
    await asyncio.sleep(1)
    print("worked")
    return "done"


async def goodbye():
    print("goodbye")


async def main():
    print(await lent(asyncio.Semaphore(1), work, goodbye))


if __name__ == "__main__":
    asyncio.run(main())
