"""What exploring the order of ready tasks has found: advice, never a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from grader.report.failure import headline, reasons
from grader.report.fragile import Fragile
from grader.report.lines import GOOD, QUIET, STRONG, folded, line, rendered
from grader.report.paper import Paper
from grader.report.star import starred

WHY = (
    "asyncio keeps ready tasks in line, so this changes no verdict. But code that only works in"
    " that one order breaks as soon as somebody adds an await."
)


def explored_page(paper: Paper, orders: int, found: Sequence[Fragile]) -> str:
    """Return the page: what was tried, and each check that does not hold in every order."""
    times = "one order" if orders == 1 else f"{orders} orders"
    rows = folded(paper, f"Explored {times} of ready tasks in {_katas(found)}.", style=STRONG)
    breaking = [each for each in found if each.checks]
    if not breaking:
        return rendered(
            paper,
            [Text(), *rows, *folded(paper, "Nothing new: what held, holds in all.", style=GOOD)],
        )
    rows += folded(paper, WHY, style=QUIET)
    for each in breaking:
        rows += [
            Text(),
            line(paper, (each.kata.number, STRONG), f" {starred(each.kata.title, each.kata)}"),
        ]
        for check in each.checks:
            rows += [*headline(paper, check), *reasons(paper, check)]
    return rendered(paper, [Text(), *rows])


def _katas(found: Sequence[Fragile]) -> str:
    return found[0].kata.slug if len(found) == 1 else f"{len(found)} katas"
