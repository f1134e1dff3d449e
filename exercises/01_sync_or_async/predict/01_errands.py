import asyncio


async def ask(office: str, seconds: float) -> None:
    print(f"{office}: asked")
    await asyncio.sleep(seconds)
    print(f"{office}: answered")


async def main() -> None:
    await ask("bank", 2)
    await ask("library", 1.25)
    print("all questions answered")


if __name__ == "__main__":
    asyncio.run(main())
