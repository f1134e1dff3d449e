"""An awaitable whose whole body is a bare yield: the smallest pause."""

from collections.abc import Callable, Generator, Sequence


class Pause:
    """Gives control back to the loop once."""

    def __await__(self) -> Generator[None, None, None]:
        yield


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for index, number in enumerate(numbers):
        if index and index % every == 0:
            await Pause()
        weight += weigh(number)
    return weight
