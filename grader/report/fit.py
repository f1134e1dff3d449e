"""Makes blocks of lines fit one screen: the less a block matters, the sooner it is folded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.text import Text

Drawn = Callable[[int], list[Text]]
MOST_LINES = 10_000


@dataclass(frozen=True)
class Block:
    """Lines that can be folded: `draw(n)` gives at most n; fewer than `least` are of no use.

    `kept` lines are set aside for it before heavier blocks take theirs; without it, `least`.
    """

    draw: Drawn
    least: int = 1
    kept: int | None = None
    weight: int = 0  # the heavier, the later it is folded


def fitted(blocks: list[Block], room: int) -> list[list[Text]]:
    """Return each block's lines, in the order given, all of them in `room` lines together."""
    drawn: list[list[Text]] = [[] for _ in blocks]
    order = sorted(range(len(blocks)), key=lambda n: -blocks[n].weight)
    whole = [block.draw(MOST_LINES) for block in blocks]
    for place, n in enumerate(order):
        reserved = sum(min(len(whole[later]), _kept(blocks[later])) for later in order[place + 1 :])
        share = room - reserved if room - reserved >= blocks[n].least else room
        if len(whole[n]) <= share:
            drawn[n] = whole[n]
        elif share >= blocks[n].least:
            drawn[n] = blocks[n].draw(share)
        room -= len(drawn[n])
    return drawn


def _kept(block: Block) -> int:
    return block.least if block.kept is None else block.kept
