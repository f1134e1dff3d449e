"""Each check gets the whole time anew, and all of them together have no limit.

Your limit stands inside the loop, so its clock starts again with every check. As long as each one
is quick enough, you go on asking for ever.
"""

import asyncio
from typing import Any


async def wait_until(check: Any, every: float, give_up: float) -> bool:
    while True:
        try:
            if await asyncio.wait_for(check(), give_up):
                return True
        except TimeoutError:
            return False
        await asyncio.sleep(every)
