"""Names the known mistake of a submission: the same checks fail, and no answer is more like it.

That the same checks fail is not enough: a wrong text and a missing `return` may fail alike. So a
mistake is named only where the source is evidence too. Of all answers that the course knows, right
and wrong, the mistake has to be the nearest: what is nearer to a right answer is a slip of its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from grader.judge.shape import Shape

# Of 1: how alike the sources must be. Tuned on some two hundred programs of a newcomer.
NEAR = 0.5
# So much behind the nearest answer is still beside it.
NEARLY = 0.05
# Much of what sets the mistake apart has to be there, unless right answers are far away.
MOSTLY, LEAD = 0.3, 0.07
# A trait that no answer of the course has is as likely another way to say the same.
UNKNOWN_WEIGHT = 1.5


class Answers:
    """The answers that a course knows of one kata."""

    def __init__(self, right: Iterable[Shape], wrong: Mapping[str, Shape]) -> None:
        self.wrong = dict(wrong)
        self._right = list(right)
        known = [*self._right, *self.wrong.values()]
        having = Counter(trait for shape in known for trait in shape.traits)
        # What few answers have tells more than what all have.
        self._weights = {
            trait: math.log(len(known) / number) + 1 for trait, number in having.items()
        }

    def named(self, submission: Shape, candidates: Iterable[str], *, sure: bool) -> str | None:
        """Return the mistake among `candidates` that the submission shows, or None.

        Where a submission is not `sure` to show anything but a slip, only the very same is named.
        """
        fitting = [name for name in candidates if name in self.wrong]
        for name in fitting:
            if self.wrong[name].traits == submission.traits:
                return name
        if not sure or not fitting:
            return None
        best = max(fitting, key=lambda name: (self.likeness(submission, self.wrong[name]), name))
        return best if self._is_evident(submission, self.wrong[best]) else None

    def _is_evident(self, submission: Shape, mistake: Shape) -> bool:
        if submission.speaks != mistake.speaks or not submission.has_kinds_of(mistake):
            return False
        likeness = self.likeness(submission, mistake)
        right = self._nearest(submission, self._right)
        wrong = self._nearest(submission, self.wrong.values())
        shown = self._shown(submission, mistake)
        if likeness < NEAR or likeness < wrong - NEARLY:
            return False
        if shown == 1:
            return likeness >= right - NEARLY
        return likeness > right and (shown >= MOSTLY or likeness - right >= LEAD)

    def _nearest(self, submission: Shape, answers: Iterable[Shape]) -> float:
        return max((self.likeness(submission, shape) for shape in answers), default=0.0)

    def _shown(self, submission: Shape, mistake: Shape) -> float:
        """Return how much of what sets a mistake apart from right answers a submission shows too.

        From 0 to 1: what the mistake has more is there, and what it lacks is lacking.
        """
        right = max(self._right, key=lambda shape: self.likeness(shape, mistake), default=None)
        if right is None:
            return 1.0
        more, less = mistake.traits - right.traits, right.traits - mistake.traits
        has = self._part((submission.traits - right.traits) & more, more)
        return min(has, self._part(less - (submission.traits - mistake.traits), less))

    def _part(self, traits: Counter[str], whole: Counter[str]) -> float:
        return self._weight(traits) / self._weight(whole) if whole else 1.0

    def likeness(self, one: Shape, other: Shape) -> float:
        """Return how alike two sources are, from 0 to 1."""
        common = self._weight(one.traits & other.traits)
        whole = self._weight(one.traits) + self._weight(other.traits)
        return 2 * common / whole if whole else 0.0

    def _weight(self, traits: Counter[str]) -> float:
        return math.fsum(
            number * self._weights.get(trait, UNKNOWN_WEIGHT) for trait, number in traits.items()
        )


def claims(checks: Iterable[tuple[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Return, for each mistake, the names of the checks that claim to catch it."""
    claimed: dict[str, set[str]] = {}
    for check, mistakes in checks:
        for mistake in mistakes:
            claimed.setdefault(mistake, set()).add(check)
    return {mistake: frozenset(checks) for mistake, checks in claimed.items()}


def same_failure(claimed: Mapping[str, frozenset[str]], failed: frozenset[str]) -> list[str]:
    """Return the mistakes that fail exactly these checks."""
    return (
        sorted(mistake for mistake, checks in claimed.items() if checks == failed) if failed else []
    )
