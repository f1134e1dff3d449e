"""What was predicted of programs, as plain data: one point for the time, one for the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from grader.marks import DamagedError

POINTS = 2  # for each program


@dataclass(frozen=True)
class Prediction:
    """A learner's first answer about a program: what of it was right, and on which day."""

    time: bool
    order: bool
    on: str = ""  # 2026-11-23

    @property
    def points(self) -> int:
        """How many of `POINTS` it got."""
        return self.time + self.order


Predictions = dict[str, Prediction]  # by the program's id


def predictions_of(table: Mapping[str, Any]) -> Predictions:
    """Return the predictions in a progress file; raise `DamagedError` where one makes no sense."""
    entries = table.get("predictions", {})
    if not isinstance(entries, dict):
        raise DamagedError("its predictions are no table")
    return {name: _prediction(name, entry) for name, entry in entries.items()}


def _prediction(name: str, entry: Any) -> Prediction:
    try:
        made = Prediction(**entry)
    except TypeError as error:
        raise DamagedError(f"the entry of {name[:60]} has other fields") from error
    if not (type(made.time) is type(made.order) is bool and isinstance(made.on, str)):
        raise DamagedError(f"the entry of {name[:60]} makes no sense")
    return made


def as_data(predictions: Mapping[str, Prediction]) -> dict[str, Any]:
    """Return what stands in the progress file; nothing where nothing was predicted."""
    entries = {name: asdict(made) for name, made in sorted(predictions.items())}
    return {"predictions": entries} if entries else {}


def standing(programs: Sequence[str], predictions: Mapping[str, Prediction]) -> str:
    """Return how the predictions of a course's programs stand, in a line without a full stop."""
    made = [predictions[name] for name in programs if name in predictions]
    points = f"{sum(each.points for each in made)}/{POINTS * len(programs)} points"
    return f"predictions {points}, {len(made)} of {len(programs)} programs"
