"""Two jobs take turns: watch the order of their steps. No time passes."""

import asyncio
from collections.abc import Generator

from tiny_loop import run_all


def job(name: str, steps: int) -> Generator[None, None, str]:
    for step in range(1, steps + 1):
        print(f"{name}: step {step}")
        yield
    print(f"{name}: done")
    return name.upper()


async def main() -> None:
    print(await run_all({"a": job("a", 2), "b": job("b", 1)}))


if __name__ == "__main__":
    asyncio.run(main())
