"""Three mirrors: one fails, one answers; watch what the slow one does then."""

import asyncio

from first_success import first_success


async def rome() -> str:
    try:
        return await asyncio.sleep(9, "late data")
    finally:
        print("rome hangs up")
        await asyncio.sleep(0.5)
        print("rome is gone")


async def paris() -> str:
    await asyncio.sleep(1)
    print("paris fails")
    raise ConnectionError("paris is down")


async def oslo() -> str:
    await asyncio.sleep(2)
    print("oslo answers")
    return "data"


async def main() -> None:
    print("got", await first_success([rome, paris, oslo]))


if __name__ == "__main__":
    asyncio.run(main())
