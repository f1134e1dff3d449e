"""You say that you start when you have already finished.

Both lines appear, in the right order, so it looks fine on paper. But code after an await runs
only when the awaited thing is done.
What should be seen before the wait has to stand before the await.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    result = await compute(x, y)
    say(f"Start compute {x} + {y} ...")
    say(f"{x} + {y} = {result}")
    return result
