"""The whole loop slept: `time.sleep` lets nobody else run."""

import time


async def nap(seconds: float) -> str:
    time.sleep(seconds)
    return "rested"
