import asyncio


async def send_letter(name: str) -> None:
    print(f"writing to {name}")
    await asyncio.sleep(1.5)
    print(f"letter to {name} is posted")


async def main() -> None:
    print("two letters to write")
    send_letter("Ada")
    await send_letter("Bob")
    print("the desk is empty")


if __name__ == "__main__":
    asyncio.run(main())
