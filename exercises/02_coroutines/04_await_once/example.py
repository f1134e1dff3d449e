"""One report, two readers: watch when they begin, how often it is computed."""

import asyncio

from await_once import share


async def report() -> str:
    print("computing the report")
    await asyncio.sleep(1)
    return "42"


async def print_it(text: str) -> str:
    print("printing", text)
    await asyncio.sleep(3)
    return f"printed {text}"


async def mail_it(text: str) -> str:
    print("mailing", text)
    await asyncio.sleep(2)
    return f"mailed {text}"


async def main() -> None:
    print(await share(report(), [print_it, mail_it]))


if __name__ == "__main__":
    asyncio.run(main())
