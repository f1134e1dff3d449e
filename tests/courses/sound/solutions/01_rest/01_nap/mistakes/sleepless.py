"""Nobody slept: saying so does not make it true."""


async def nap(seconds: float) -> str:
    return "rested"
