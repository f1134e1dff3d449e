import asyncio


async def upload(file: str) -> None:
    print(f"{file}: sending")
    try:
        await asyncio.sleep(5)
    finally:
        print(f"{file}: telling the server")
        await asyncio.sleep(0.75)
        print(f"{file}: server knows")


async def main() -> None:
    try:
        async with asyncio.timeout(2):
            await upload("film")
    except TimeoutError:
        print("too slow")


if __name__ == "__main__":
    asyncio.run(main())
