"""Two people are asked: watch who answers first."""

import asyncio

from roll_call import roll_call


async def ask(name):
    await asyncio.sleep(1 if name == "ada" else 2)
    print(name)
    return "here"


async def main():
    print(await roll_call(ask, ["bob", "ada"]))


if __name__ == "__main__":
    asyncio.run(main())
