"""A weather service that fails: watch which of two guards catches it."""

import asyncio

from guard import or_default


async def forecast() -> str:
    print("asking for the weather")
    await asyncio.sleep(2)
    raise ConnectionResetError("nobody there")


async def main() -> None:
    expected = (ConnectionError, TimeoutError)
    print(await or_default(forecast, "no forecast", expected))
    try:
        print(await or_default(forecast, "no forecast", (TimeoutError,)))
    except ConnectionResetError as error:
        print("came out:", error)


if __name__ == "__main__":
    asyncio.run(main())
