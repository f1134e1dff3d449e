"""What is remembered of katas, as plain data and as the text of the progress file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.catalog import PRISTINE
from grader.plain import plain

if TYPE_CHECKING:  # its many dataclasses take time, which `list` and `hint` do without
    from grader.verdict import Verdict

VERSION = 3
# 1 knew nothing of attempts, dates and which text was judged, 2 nothing of stubs.
_READABLE = (1, 2, 3)

NOT_STARTED = "not started"
_STATUSES = ("error", "fail", "pass")  # worst first
_DIGEST_CHARACTERS = 16
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)?")


class DamagedError(Exception):
    """Raised when the file holds something that no version ever wrote."""


@dataclass(frozen=True)
class Mark:
    """What is remembered of a kata: its best verdict, its latest status, the hints given.

    `latest` is "not started" where the file became the stub again. `attempts` counts the different
    texts that were judged one after the other, `digest` tells which was the last, and `stub` which
    stub the answer was begun from, or the newer one that the learner was told of.
    """

    status: str = "fail"
    points: float = 0.0
    latest: str = "fail"
    hints: int = 0
    judged: bool = False
    now: float | None = None  # points of the latest verdict; None in a file of an older version
    attempts: int = 0
    solved_on: str = ""  # the day of the first pass: 2026-11-23
    digest: str = ""
    stub: str = ""

    @property
    def is_begun(self) -> bool:
        """True when the file was judged, and is not the stub again."""
        return self.judged and self.latest != NOT_STARTED

    @property
    def is_solved(self) -> bool:
        """True when the latest verdict was a pass."""
        return self.latest == "pass"

    @property
    def points_now(self) -> float:
        """The points of the latest verdict; of the best one in a file of an older version."""
        return self.points if self.now is None else self.now


@dataclass(frozen=True)
class Outcome:
    """What a verdict leaves behind.

    `digest` (of `digest_of`) tells which text was judged, `stub` which stub lay beside it.
    """

    kata: str
    status: str
    points: float
    not_started: bool = False
    digest: str = ""
    stub: str = ""


Marks = dict[str, Mark]


def outcome_of(verdict: Verdict, path: Path) -> Outcome:
    """Return what a verdict on the file at `path` leaves behind."""
    return Outcome(
        verdict.kata,
        verdict.status,
        verdict.points,
        verdict.not_started,
        digest_of(path),
        digest_of(path.with_name(PRISTINE)),
    )


def digest_of(path: Path) -> str:
    """Return what tells one text of a file from another; "" when it cannot be read."""
    try:
        with open(path, "rb", opener=plain) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:_DIGEST_CHARACTERS]
    except OSError:
        return ""


def after(mark: Mark | None, news: Outcome, today: str) -> Mark:
    """Return a mark with one more verdict, given on the day `today` (as 2026-11-23)."""
    mark = mark or Mark(status=news.status)
    is_new = not news.not_started and news.digest != mark.digest
    return replace(
        mark,
        status=max(mark.status, news.status, key=_STATUSES.index),
        points=max(mark.points, news.points),
        latest=NOT_STARTED if news.not_started else news.status,
        judged=True,
        now=news.points,
        attempts=mark.attempts + is_new,
        solved_on=mark.solved_on or (today if news.status == "pass" else ""),
        digest=news.digest,
        stub=news.stub if news.not_started or not mark.stub else mark.stub,
    )


def next_unsolved(
    ids: Iterable[str], marks: Mapping[str, Mark], extra: Iterable[str] = ()
) -> str | None:
    """Return the first of the ids whose latest verdict was not a pass; None when all are solved.

    Then comes the first such of `extra`: one that was begun, if there is any.
    """
    left, beside = (
        [kata for kata in some if not marks.get(kata, Mark()).is_solved] for some in (ids, extra)
    )
    begun = [kata for kata in beside if kata in marks and marks[kata].is_begun]
    return next(iter([*left, *begun, *beside]), None)


def text_of(marks: Marks, beside: Mapping[str, Any] | None = None) -> str:
    """Return the text of the progress file; `beside` is plain data that stands next to the marks.

    Whoever reads marks passes over it, so it may be missing and needs no new version.
    """
    katas = {kata: asdict(mark) for kata, mark in sorted(marks.items())}
    return json.dumps({"version": VERSION, "katas": katas, **(beside or {})}, indent=1) + "\n"


def table_of(data: bytes) -> dict[str, Any]:
    """Return what stands in a progress file; raise `DamagedError` when it is none."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError("it is not JSON") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("katas"), dict):
        raise DamagedError("it does not list katas")
    if whole.get("version") not in _READABLE:
        raise DamagedError(f"its version is {str(whole.get('version'))[:20]}, not {VERSION}")
    return whole


def marks_of(table: Mapping[str, Any]) -> Marks:
    """Return the marks in a progress file; raise `DamagedError` where one makes no sense."""
    return {kata: _mark(kata, entry) for kata, entry in table["katas"].items()}


def _mark(kata: str, entry: Any) -> Mark:
    try:
        mark = Mark(**entry)
    except TypeError as error:
        raise DamagedError(f"the entry of {kata[:60]} has other fields") from error
    whole = (
        mark.status in _STATUSES
        and mark.latest in (*_STATUSES, NOT_STARTED)
        and _is_number_of_points(mark.points)
        and (mark.now is None or _is_number_of_points(mark.now))
        and type(mark.hints) is int
        and 0 <= mark.hints < 100
        and type(mark.judged) is bool
        and type(mark.attempts) is int
        and 0 <= mark.attempts < 1_000_000
        and all(_is_digest(value) for value in (mark.digest, mark.stub))
        and isinstance(mark.solved_on, str)
        and bool(_DAY.fullmatch(mark.solved_on))
    )
    if not whole:
        raise DamagedError(f"the entry of {kata[:60]} makes no sense")
    return mark


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _DIGEST_CHARACTERS


def _is_number_of_points(value: object) -> bool:
    return type(value) in (int, float) and 0 <= value < float("inf")  # type: ignore[operator]  # a number by then
