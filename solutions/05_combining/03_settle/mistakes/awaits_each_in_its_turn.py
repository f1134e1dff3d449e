"""Each job begins when the one before it has ended, and a cancelled one ends the report.

`await job` in the loop runs this one job and stands still meanwhile; the times add up. And
`except Exception` lets a CancelledError through: what comes out then is no report, and the jobs
behind it are never run.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    outcomes: list[Any] = []
    for job in jobs:
        try:
            outcomes.append(("ok", await job))
        except Exception as error:
            outcomes.append(("error", error))
    return outcomes
