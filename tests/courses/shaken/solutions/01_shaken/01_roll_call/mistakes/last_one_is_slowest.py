"""When the last one answers, you take it that all have answered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


async def roll_call(ask: Callable[[str], Awaitable[str]], names: Sequence[str]) -> list[str]:
    answers: dict[str, str] = {}

    async def note(name: str) -> None:
        answers[name] = await ask(name)

    tasks = [asyncio.create_task(note(name)) for name in names]
    await tasks[-1]
    return [answers[name] for name in names]
