"""A house: watch that each step begins once the steps it needs are done."""

import asyncio

from run_graph import run_graph

DEPS = {"attic": ["roof"], "roof": ["walls"], "walls": [], "garden": []}


async def build(step: str) -> str:
    print(f"{step} begins")
    await asyncio.sleep(3 if step == "garden" else 1)
    print(f"{step} is done")
    return step.upper()


async def main() -> None:
    print(await run_graph(DEPS, build))


if __name__ == "__main__":
    asyncio.run(main())
