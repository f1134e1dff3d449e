import asyncio


async def ask(shop: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    print(f"{shop} calls back")
    return shop


async def main() -> None:
    shops = [ask("North", 1.75), ask("South", 0.5), ask("East", 1.25)]
    for shop in await asyncio.gather(*shops):
        print(f"offer from {shop}")


if __name__ == "__main__":
    asyncio.run(main())
