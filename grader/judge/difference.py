"""Where two timelines part: the earliest moment at which something begins or ends in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.judge.timeline import BLOCKED, MORE, NEVER_STARTED
from grader.judge.wording import number
from grader.verdict import Bar


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


def difference(yours: Iterable[Bar], right: Iterable[Bar]) -> Difference | None:
    """Return where a timeline parts from that of a right answer; None where they are alike."""
    mine, theirs = _events(yours), _events(right)
    # A difference of counters keeps the order in which their keys came first.
    extra, missing = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
    if not extra and not missing:
        return None
    at = min(event.at for event in (extra | missing))
    here = _Moment(at, mine, theirs, _at(at, extra), _at(at, missing))
    return Difference(at, here.said(), extra.total() + missing.total())


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


def _at(moment: float, events: Counter[_Event]) -> list[_Event]:
    return [event for event in events.elements() if event.at == moment]


@dataclass(frozen=True)
class _Moment:
    """The moment at which two timelines part: all that happens, and what only one side has."""

    at: float
    mine: Sequence[_Event]
    theirs: Sequence[_Event]
    extra: Sequence[_Event]
    missing: Sequence[_Event]

    def said(self) -> str:
        """Return the difference in a sentence: what causes most comes first."""
        blocks = [event for event in self.extra if event.label == BLOCKED]
        if blocks:
            by = f" ({blocks[0].note})" if blocks[0].note else ""
            return f"at {self._now} yours blocks the loop{by}; a right answer does not"
        for kind, extra, missing in (
            ("begins", self._of("begins", self.extra), self._of("begins", self.missing)),
            ("ends", self._of("ends", self.extra), self._of("ends", self.missing)),
        ):
            if missing:
                return self._sentence(kind, missing, self.mine, "a right answer", "yours")
            if extra:
                return self._sentence(kind, extra, self.theirs, "yours", "a right answer")
        raise AssertionError("something has to differ")

    @property
    def _now(self) -> str:
        return f"{number(self.at)} s"

    def _of(self, kind: str, events: Iterable[_Event]) -> list[_Event]:
        return [event for event in events if event.kind == kind]

    def _sentence(
        self, kind: str, only: Sequence[_Event], there: Sequence[_Event], one: str, other: str
    ) -> str:
        first, names = only[0], _names(only)
        later = _next(first, kind, there)
        if kind == "begins":
            when = "never does" if later is None else f"does so at {number(later.at)} s"
            return f"at {self._now} {one} begins {names}; {other} {when}"
        ends = "end" if len(only) > 1 else "ends"
        how = f" ({first.note})" if first.note else ""
        if later is not None and later.at == self.at:
            told = f" ({later.note})" if later.note else " as usual"
            return f"at {self._now} {names} {ends}{how} in {one}; in {other} it ends{told}"
        when = "has no end" if later is None else f"goes on until {number(later.at)} s"
        it = f"`{first.label}`" if len(only) > 1 else "it"
        return f"at {self._now} {names} {ends}{how} in {one}; in {other} {it} {when}"


def _names(events: Sequence[_Event]) -> str:
    """Return one name and how many more there are; what is folded in the picture has none."""
    named = [event for event in events if not event.label.startswith(MORE)]
    if not named:
        return "others that are not drawn"
    rest = len(events) - 1
    return f"`{named[0].label}`" + (f" and {rest} more" if rest else "")


def _next(event: _Event, kind: str, events: Iterable[_Event]) -> _Event | None:
    """Return the first such event of the same name from that moment on."""
    alike = (each for each in events if (each.kind, each.label) == (kind, event.label))
    later = (each for each in alike if each.at >= event.at)
    return min(later, key=lambda each: each.at, default=None)
