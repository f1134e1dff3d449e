from __future__ import annotations

from rich.text import Text

from grader.report.fit import Block, fitted


def block(lines: int, **options: int) -> Block:
    return Block(lambda most: [Text("x")] * min(lines, most), **options)


def sizes(room: int, *blocks: Block) -> list[int]:
    return [len(rows) for rows in fitted(list(blocks), room)]


def test_where_there_is_room_all_is_shown() -> None:
    assert sizes(20, block(5), block(6), block(7)) == [5, 6, 7]


def test_the_lightest_is_folded_first() -> None:
    assert sizes(12, block(6, weight=1), block(6, weight=2, least=2), block(5)) == [5, 6, 1]


def test_the_heaviest_leaves_the_others_what_they_need_at_least() -> None:
    assert sizes(10, block(50, weight=9), block(9, least=4)) == [6, 4]


def test_nothing_is_drawn_in_fewer_lines_than_make_sense() -> None:
    assert sizes(3, block(3, weight=1), block(9, least=4)) == [3, 0]


def test_without_room_there_is_nothing() -> None:
    assert sizes(-5, block(3), block(4, weight=1)) == [0, 0]


def test_a_block_may_have_nothing_kept_for_it() -> None:
    assert sizes(6, block(6, weight=1), block(9, least=4, kept=0)) == [6, 0]
