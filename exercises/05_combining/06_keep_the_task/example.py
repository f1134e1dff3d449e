"""Two mails in the background, one fails: watch what is kept and reported."""

import asyncio
from typing import Any

from keep_the_task import spawn


async def send_mail() -> str:
    await asyncio.sleep(3)
    print("mail is sent")
    return "sent"


async def wrong_address() -> str:
    await asyncio.sleep(1)
    raise ValueError("no such address")


async def main() -> None:
    keep: set[asyncio.Task[Any]] = set()
    task = await spawn(send_mail(), keep, print)
    await spawn(wrong_address(), keep, print)
    print("kept:", len(keep))
    await asyncio.sleep(2)
    print("kept:", len(keep))
    await asyncio.sleep(2)
    print("kept:", len(keep), "and the result is", task.result())


if __name__ == "__main__":
    asyncio.run(main())
