import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def opened(what: str, seconds: float) -> AsyncIterator[None]:
    print(f"{what}: open")
    try:
        yield
    finally:
        await asyncio.sleep(seconds)
        print(f"{what}: closed")


async def main() -> None:
    async with opened("gate", 0.5), opened("cupboard", 1.25):
        print("working")
    print("going home")


if __name__ == "__main__":
    asyncio.run(main())
