"""Where two timelines part: the earliest moment at which something begins or ends in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.judge.timeline import BLOCKED, MORE, NEVER_STARTED
from grader.judge.wording import number
from grader.verdict import Bar

A_RIGHT_ANSWER = "a right answer"


@dataclass(frozen=True)
class Difference:
    """The first moment (virtual s) that is not alike, in words, and how many events are not."""

    at: float
    said: str
    events: int = 1


@dataclass(frozen=True)
class _Event:
    at: float
    kind: Literal["begins", "ends"]
    label: str
    note: str = ""  # of an end: how it ended


def difference(
    yours: Iterable[Bar], right: Iterable[Bar], name: str = A_RIGHT_ANSWER
) -> Difference | None:
    """Return where a timeline parts from that of a right answer; None where they are alike.

    `name` is what the words call the right answer.
    """
    mine, theirs = _events(yours), _events(right)
    # A difference of counters keeps the order in which their keys came first.
    extra, missing = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
    if not extra and not missing:
        return None
    at = min(event.at for event in (extra | missing))
    told = _told(at, _Side("yours", mine, extra), _Side(name, theirs, missing))
    return Difference(at, told, extra.total() + missing.total())


def _events(bars: Iterable[Bar]) -> list[_Event]:
    events = []
    for bar in bars:
        if bar.note == NEVER_STARTED:
            continue
        blocked_by = bar.note if bar.label == BLOCKED else ""
        events.append(_Event(bar.start, "begins", bar.label, blocked_by))
        if bar.end is not None:
            events.append(_Event(bar.end, "ends", bar.label, bar.note))
    return events  # in the order of the bars


@dataclass(frozen=True)
class _Side:
    """One of the two timelines, and of its events those that the other one has not."""

    name: str
    events: Sequence[_Event]
    only: Counter[_Event]

    def at(self, moment: float, kind: str) -> list[_Event]:
        """Return what only this side has at a moment."""
        own = self.only.elements()
        return [event for event in own if (event.at, event.kind) == (moment, kind)]

    def has(self, event: _Event) -> bool:
        """Tell whether there is such an event of the same name, at whatever moment."""
        return any((each.kind, each.label) == (event.kind, event.label) for each in self.events)

    def next(self, event: _Event) -> _Event | None:
        """Return what stands here in place of the first event that only the other side has."""
        alike = (each for each in self.only if (each.kind, each.label) == (event.kind, event.label))
        return min(alike, key=lambda each: each.at, default=None)


def _told(at: float, yours: _Side, right: _Side) -> str:
    """Return the difference in a sentence: what causes most comes first."""
    blocks = [event for event in yours.at(at, "begins") if event.label == BLOCKED]
    if blocks:
        return _begins(blocks, yours, right)
    for one, other in ((right, yours), (yours, right)):
        if begun := one.at(at, "begins"):
            return _begins(begun, one, other)
    for one, other in ((right, yours), (yours, right)):
        if ended := one.at(at, "ends"):
            return _ends(ended, one, other)
    raise AssertionError("something has to differ")


def _begins(only: Sequence[_Event], one: _Side, other: _Side) -> str:
    first, later = only[0], other.next(only[0])
    does = f"begins {_names(only)}"
    when = "never does"
    if first.label == BLOCKED:
        does, when = f"blocks the loop{_in_brackets(first.note)}", "does not"
    elif later is None and other.has(first):
        does, when = f"begins another {_names(only)}", "does not"
    if later is not None:
        when = f"does so at {number(later.at)} s"
        if later.at == first.at:
            when = f"does so, too{_in_brackets(later.note)}"
    return f"at {number(first.at)} s {one.name} {does}; {other.name} {when}"


def _ends(only: Sequence[_Event], one: _Side, other: _Side) -> str:
    first, later = only[0], other.next(only[0])
    it, ends = (f"`{first.label}`", "end") if len(only) > 1 else ("it", "ends")
    when = "has no end"
    if later is not None:
        when = f"goes on until {number(later.at)} s"
        if later.at == first.at:
            when = f"ends{_in_brackets(later.note) or ' as usual'}"
    told = f"{_names(only)} {ends}{_in_brackets(first.note)} in {one.name}"
    return f"at {number(first.at)} s {told}; in {other.name} {it} {when}"


def _in_brackets(note: str) -> str:
    return f" ({note})" if note else ""


def _names(events: Sequence[_Event]) -> str:
    """Return one name and how many more there are; what is folded in the picture has none."""
    named = [event for event in events if not event.label.startswith(MORE)]
    if not named:
        return "others that are not drawn"
    rest = len(events) - 1
    return f"`{named[0].label}`" + (f" and {rest} more" if rest else "")
