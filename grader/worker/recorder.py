"""Records what happens in one run: calls, notes, errors, times. Facts only."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from itertools import count
from types import CoroutineType, TracebackType
from typing import Any

from grader.encoding import Encoder, name_of
from grader.lab.crew.threads import get_ident
from grader.lab.loop import VirtualLoop
from grader.lab.where import caller
from grader.run import Call, Error, Note, Where
from grader.worker.submission import PREFIX, place

MAX_CALLS = 5_000
MAX_DEPTH = 20  # of exception groups in exception groups
MAX_INNER = 100  # exceptions of one group
MAX_MESSAGE = 2_000  # characters of an error's text


@dataclass
class CallEntry:
    """A call that is being recorded; becomes a `Call` at the end."""

    name: str
    of: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    called: float
    thread: str
    where: Where | None
    started: float | None = None
    ended: float | None = None
    ended_as: int | None = None
    outcome: str = "not started"
    value: Any = None
    error: Error | None = None

    def frozen(self) -> Call:
        """Return the finished record."""
        return Call(**vars(self))


@dataclass
class Recorder:
    """Collects the facts of one run.

    Times are relative to the scenario's start, to the microsecond.
    """

    loop: VirtualLoop
    replaced_now: Callable[[], tuple[str, ...]] = tuple  # names that somebody has replaced
    calls: list[CallEntry] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    marks: dict[int, tuple[BaseException, str]] = field(default_factory=dict)
    has_overflowed: bool = False  # more calls than are kept
    # Coroutines that wait inside one of ours, by id: it speaks for them until it has begun.
    spoken_for: dict[int, Coroutine[Any, Any, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.began = self.loop.time()
        self._thread = get_ident()
        self._encoder = Encoder(self.error)
        self.replaced: dict[str, None] = {}
        self._places: dict[int, Where | None] = {}  # where a marked exception was raised
        self._ended = count()

    def since(self, when: float) -> float:
        """Return a time of the loop as seconds since the scenario began."""
        return round(when - self.began, 6)

    def now(self) -> float:
        """Return the present time of the run."""
        self.replaced |= dict.fromkeys(self.replaced_now())
        return self.since(self.loop.time())

    def encode(self, value: Any) -> Any:
        """Return plain data for a value, copied now."""
        return self._encoder.encode(value)

    def note(self, label: str, value: Any = None) -> None:
        """Write something down."""
        self.notes.append(Note(label, self.now(), self.encode(value)))

    def mark(self, error: BaseException, label: str) -> None:
        """Remember an exception object, so that it is recognised when it comes out again."""
        self.marks[id(error)] = (error, label)

    def let_frames_go(self) -> None:
        """Cut the tracebacks of the marked exceptions, once nobody reads them any more.

        They hold frames of the submission, and those its generators: what would be closed by now
        in life would look as if it had been left open.
        """
        for key, (error, _) in self.marks.items():
            self._places[key] = innermost(error.__traceback__)
            for each in _chain(error):
                each.__traceback__ = None

    def forget_errors(self) -> None:
        """Let go of the marked exceptions; what comes after is not recognised any more.

        Whoever got one has dealt with it by now. Its traceback holds frames, and those may hold
        tasks that would else have reported an error which nobody looked at.
        """
        self.marks.clear()
        self._places.clear()

    # Calls

    def open_call(
        self, name: str, of: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> CallEntry:
        """Begin to record a call."""
        entry = CallEntry(
            name,
            of,
            tuple(self.encode(item) for item in args),
            {key: self.encode(item) for key, item in kwargs.items()},
            self.now(),
            "loop" if get_ident() == self._thread else "worker",
            _learners(place(caller())),
        )
        if len(self.calls) < MAX_CALLS:
            self.calls.append(entry)
        else:
            self.has_overflowed = True
        return entry

    def start(self, entry: CallEntry) -> None:
        """Note that the body of a call begins."""
        entry.started = self.now()
        entry.outcome = "running"

    def end(self, entry: CallEntry, value: Any) -> None:
        """Note that a call returned."""
        entry.ended, entry.ended_as = self.now(), next(self._ended)
        entry.outcome = "returned"
        entry.value = self.encode(value)

    def fail(self, entry: CallEntry, error: BaseException) -> None:
        """Note that a call raised."""
        entry.ended, entry.ended_as = self.now(), next(self._ended)
        entry.outcome = "cancelled" if isinstance(error, asyncio.CancelledError) else "raised"
        entry.error = self.error(error)

    def follow(self, entry: CallEntry, awaitable: Any) -> Coroutine[Any, Any, Any]:
        """Return a coroutine that awaits what a call gave back, and records how that goes."""
        coroutine = self._follow(entry, awaitable)
        # A task that is cancelled before its first step throws into ours, not into the one inside.
        if type(awaitable) is CoroutineType and len(self.spoken_for) < MAX_CALLS:
            self.spoken_for[id(awaitable)] = awaitable
        # Python names a coroutine that nobody awaits; the learner knows it by the call's name.
        vars_of: Any = coroutine
        vars_of.__name__ = vars_of.__qualname__ = entry.name
        return coroutine

    async def _follow(self, entry: CallEntry, awaitable: Any) -> Any:
        self.spoken_for.pop(id(awaitable), None)
        self.start(entry)
        try:
            value = await awaitable
        except BaseException as error:
            self.fail(entry, error)
            raise
        self.end(entry, value)
        return value

    # Errors

    def error(self, error: BaseException, depth: int = MAX_DEPTH) -> Error:
        """Describe an exception, without trusting its methods."""
        known = self.marks.get(id(error))
        kind = type(error)
        inner: tuple[BaseException, ...] = ()
        if issubclass(kind, BaseExceptionGroup):
            inner = _members_of(error)
        return Error(
            name_of(kind),
            _text_of(error),
            known[1] if known and known[0] is error else None,
            innermost(error.__traceback__) or self._places.get(id(error)),
            tuple(name_of(base) for base in _bases_of(kind)[1:-1]),
            tuple(self.error(item, depth - 1) for item in inner[:MAX_INNER] if depth),
        )


# Taken from the classes that define them: an exception of the learner's may say something else.
_members_of = BaseExceptionGroup.__dict__["exceptions"].__get__
_bases_of = type.__dict__["__mro__"].__get__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those it came out of."""
    seen: set[int] = set()
    here: BaseException | None = error
    while here is not None and id(here) not in seen:
        seen.add(id(here))
        yield here
        # By identity: an exception of a learner's may say anything about its truth.
        here = here.__context__ if here.__cause__ is None else here.__cause__


def _learners(where: Where | None) -> Where | None:
    # What reaches the worker of a suite has lines of its own, which nobody can look up.
    return where if where is not None and where.owner == "submission" else None


def _text_of(error: BaseException) -> str:
    try:
        text = str(error)
    except BaseException:  # a learner's __str__ may do anything
        return ""
    if type(text) is not str:
        return ""
    return _cleaned(text[:MAX_MESSAGE].encode(errors="replace").decode())


# asyncio quotes tasks and futures in its messages: with callbacks of ours, and with full paths.
_CALLBACKS = re.compile(r" (?:cb|wait_for)=(?:\[.*?\](?=>)|<[^<>]*(?:<[^<>]*>[^<>]*)*>)")
_FOLDER = re.compile(r"(?<= at )(?:<\w+>|(?:/[^/\s:]+)+)/(?=[^/\s:]+:\d)")


def _cleaned(text: str) -> str:
    return _FOLDER.sub("", _CALLBACKS.sub("", text))


def innermost(traceback: TracebackType | None) -> Where | None:
    """Return the innermost line of the learner's on a traceback."""
    found = None
    while traceback is not None:
        filename = traceback.tb_frame.f_code.co_filename
        if filename.startswith(PREFIX):
            found = place(Where(filename, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found
