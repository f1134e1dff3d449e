import asyncio
from collections.abc import AsyncIterator


async def orders() -> AsyncIterator[str]:
    for order in ("tea", "cake"):
        await asyncio.sleep(1)
        print(f"{order}: ordered")
        yield order


async def serve(order: str) -> None:
    await asyncio.sleep(0.75)
    print(f"{order}: served")


async def main() -> None:
    async for order in orders():
        await serve(order)
    print("the tea room closes")


if __name__ == "__main__":
    asyncio.run(main())
