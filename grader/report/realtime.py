"""The last line of a program that ran in real time: what it took, and what the lab would say."""

from __future__ import annotations

from rich.text import Text

from grader.judge.wording import seconds
from grader.report.lines import QUIET, folded, rendered
from grader.report.paper import Paper
from grader.report.played import Played


def times_page(took: float, virtual: Played, paper: Paper) -> str:
    """Return how long a program took in real seconds, and how long it takes in virtual ones."""
    told = f"It took {took:.1f} s of real time; "
    if virtual.ended:
        told += f"in the lab, {seconds(virtual.run.makespan)} of virtual time pass."
    else:
        told += "in the lab it does not come to its end."
    return rendered(paper, [Text(), *folded(paper, told, style=QUIET)])
