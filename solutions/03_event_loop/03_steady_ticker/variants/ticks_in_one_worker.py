"""One worker ticks; it remembers that a beat came while busy, not how many."""

import asyncio
from typing import Any


class Worker:
    def __init__(self, count: int, tick: Any) -> None:
        self.numbers = iter(range(count))
        self.tick = tick
        self.is_wanted = False
        self.changed = asyncio.Condition()

    async def beat(self) -> None:
        async with self.changed:
            self.is_wanted = True
            self.changed.notify_all()

    async def work(self) -> None:
        for number in self.numbers:
            async with self.changed:
                await self.changed.wait_for(lambda: self.is_wanted)
                self.is_wanted = False
            await self.tick(number)


async def keep_beating(worker: Worker, period: float) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    beat = 0
    while True:
        await worker.beat()
        beat += 1
        await asyncio.sleep(start + beat * period - loop.time())


async def ticker(period: float, count: int, tick: Any) -> None:
    worker = Worker(count, tick)
    async with asyncio.TaskGroup() as group:
        beating = group.create_task(keep_beating(worker, period))
        await worker.work()
        beating.cancel()
