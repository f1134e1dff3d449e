import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


async def close(what: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    print(f"{what}: closed")


@asynccontextmanager
async def opened(what: str, seconds: float) -> AsyncIterator[None]:
    print(f"{what}: open")
    yield
    await close(what, seconds)


async def main() -> None:
    async with opened("gate", 0.5), opened("cupboard", 1.25):
        print("working")
    print("going home")


if __name__ == "__main__":
    asyncio.run(main())
