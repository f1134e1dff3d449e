import asyncio

PRICES = {"tea": 3, "cake": 4}


async def price(item: str) -> int:
    print(f"looking up {item}")
    return PRICES[item]


async def serve(guest: str) -> None:
    print(f"{guest} comes in")
    await asyncio.sleep(0.75)
    print(f"{guest} goes")


async def main() -> None:
    guest = asyncio.create_task(serve("Ada"))
    print("total", await price("tea") + await price("cake"))
    await guest


if __name__ == "__main__":
    asyncio.run(main())
