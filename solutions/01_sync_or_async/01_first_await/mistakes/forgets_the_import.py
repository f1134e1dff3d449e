"""You use a module that this file does not know: its import is missing.

An import in another file, or in the shell where you tried it, does not count: every file imports
what it uses. Python looks the name up only when the line runs, so nothing complains before.
Write the import at the top of the file.
"""


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return f"hello, {name}"
