"""The picture of a check: a learner's run above the reference's, on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from grader.judge.difference import Difference, difference
from grader.judge.timeline import timeline
from grader.judge.wording import seconds
from grader.report.html.drawing import Drawing, drawing_of
from grader.report.html.pairs import Films
from grader.report.html.scene import Moment, Scene, scene_of
from grader.run import Run

MOST_TIMES = 20  # as long as the reference is drawn of what goes on for much longer
LEAST_SHARE = 0.25  # of the width, which calls and requests get at least

NO_TIME = "This experiment takes no time, so there is no picture of it."
STOPPED = "This run was ended from outside, so nothing is known of its times."
NOT_AGAIN = "This run did not come about a second time, so there is no picture of it."


@dataclass(frozen=True)
class Figure:
    """Drawings of one scale. `alone` says why there is no `right`, `parts` where the two part.

    `first` is how many seconds are drawn, where that is not all.
    """

    anchor: str
    mine: Drawing
    right: Drawing | None = None
    alone: str = ""
    parts: str = ""
    first: str = ""


def figure_of(films: Films, run: Run, anchor: str, *, failed: bool) -> Figure | None:
    """Return the picture of a run; None where no time passes in it, nor in the reference's.

    Where a check failed, the first moment at which the two part is marked.
    """
    mine, beside = scene_of(run), films.beside(run)
    right = scene_of(beside) if beside else None
    whole = max(scene.seconds for scene in (mine, right) if scene)
    if not mine.bands or whole <= 0:
        return None
    until = _until(whole, mine, right)
    parting = _parting(run, beside) if failed and beside else None
    if parting is not None:
        mine, right = _marked(mine, parting), right and _marked(right, parting)
    return Figure(
        anchor,
        drawing_of(mine, until),
        drawing_of(right, until) if right else None,
        "" if right else films.why_alone(run),
        parting.said if parting else "",
        seconds(until) if until < whole else "",
    )


def _parting(mine: Run, right: Run) -> Difference | None:
    return difference(timeline(mine), timeline(right), "the reference")


def _until(whole: float, mine: Scene, right: Scene | None) -> float:
    """Return how many seconds are drawn: all, unless that would leave nothing to be seen of some.

    That is so for what takes many times as long as the reference, and where hundreds of calls
    follow each other of which the first few have a lane.
    """
    least = right.seconds if right else 0.0
    busy = max(mine.busy_seconds, least)
    until = busy if 0 < busy < LEAST_SHARE * whole else whole
    return min(until, MOST_TIMES * least) if least else until


def _marked(scene: Scene, parting: Difference) -> Scene:
    moment = Moment(parting.at, f"they part at {seconds(parting.at)}", "parts")
    return replace(scene, moments=(*scene.moments, moment))
