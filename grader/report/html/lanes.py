"""Recorded facts as lanes: what each call, request, task and the loop did, from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.judge.timeline import call_label, is_to_many_hosts, request_label
from grader.judge.wording import at, error_text, number
from grader.run import Blocked, Call, Exchange, Run, TaskSpan, Wait, Where

MOST_SPANS = 30  # in one lane; what follows is one stretch that says how many there are

Group = Literal["calls", "requests", "tasks", "loop"]
Kind = Literal["call", "queued", "request", "body", "waits", "busy", "blocked", "more"]
Ending = Literal["", "open", "bad"]  # still there when the run ended; came to a bad end


@dataclass(frozen=True)
class Span:
    """A stretch of virtual seconds in which one thing was so. `what` and `note` say it in words."""

    kind: Kind
    what: str
    start: float
    end: float
    where: str = ""  # "limit_three.py:14"
    note: str = ""
    ending: Ending = ""

    @property
    def said(self) -> str:
        """The span in a sentence: `fetch('a') 0 to 3 s, limit_three.py:14`."""
        times = f"{number(self.start)} to {number(self.end)} s"
        if self.start == self.end:
            times = f"at {number(self.start)} s"
        return ", ".join(filter(None, (f"{self.what} {times}", self.where, self.note)))


@dataclass(frozen=True)
class Lane:
    """One line of a picture: spans in the order of their start."""

    group: Group
    name: str
    spans: tuple[Span, ...]


def lanes_of(run: Run) -> tuple[Lane, ...]:
    """Return all lanes of a run that last: calls and requests, then tasks, then the loop."""
    calls = [call for call in run.calls if call.of == "spy"]
    if not calls and not run.exchanges:
        calls = [*run.calls]
    of_many = is_to_many_hosts(run)
    lanes = [
        *_call_lanes(calls, run.makespan),
        *(_request_lane(each, run.makespan, of_many=of_many) for each in run.exchanges),
        *_task_lanes(run),
        *_loop_lane(run.blocked),
    ]
    return tuple(map(_bounded, lanes))


def _bounded(lane: Lane) -> Lane:
    if len(lane.spans) <= MOST_SPANS:
        return lane
    shown, rest = lane.spans[: MOST_SPANS - 1], lane.spans[MOST_SPANS - 1 :]
    end = max(span.end for span in rest)
    said = f"{lane.name}: {len(rest):,} more,"
    more = Span("more", said, rest[0].start, end, ending=rest[-1].ending)
    return Lane(lane.group, lane.name, (*shown, more))


# Calls and requests.


def _call_lanes(calls: Iterable[Call], end: float) -> list[Lane]:
    """Return a lane for each call; those of one name that follow each other share one."""
    lanes: list[tuple[str, list[Span]]] = []
    for call in sorted(calls, key=lambda call: call.called):
        span = _call(call, end)
        name = span.what
        spans = next((got for of, got in lanes if of == name and got[-1].end <= span.start), None)
        if spans is None:
            lanes.append((name, [span]))
        else:
            spans.append(span)
    return [Lane("calls", name, tuple(spans)) for name, spans in lanes]


def _call(call: Call, end: float) -> Span:
    name, where = call_label(call), _place(call.where)
    if call.started is None:
        return Span("call", name, call.called, call.called, where, "never started", "bad")
    is_open = call.outcome == "running" or call.ended is None
    ending: Ending = "open" if is_open else "bad" if call.outcome != "returned" else ""
    stop = end if call.ended is None else call.ended
    return Span("call", name, call.started, max(stop, call.started), where, _note(call), ending)


def _note(call: Call) -> str:
    notes = ["in a thread"] if call.thread == "worker" else []
    if call.outcome == "raised" and call.error is not None:
        notes.append(error_text(call.error))
    elif call.outcome == "running":
        notes.append("still running")
    elif call.outcome != "returned":
        notes.append(call.outcome)
    return ", ".join(notes)


def _request_lane(exchange: Exchange, makespan: float, *, of_many: bool) -> Lane:
    """Return a request in its stages: in line for a connection, in flight, its body coming in."""
    name = request_label(exchange, of_many=of_many)
    end = makespan if exchange.ended is None else exchange.ended
    ending: Ending = "open" if exchange.ended is None else ""
    if not ending and (exchange.outcome != "answered" or exchange.status >= 400):
        ending = "bad"
    note = str(exchange.status) if exchange.outcome == "answered" else exchange.outcome
    sent = end if exchange.sent is None else exchange.sent
    answered = end if exchange.answered is None else exchange.answered
    stages: list[tuple[Kind, str, float, float]] = [
        ("queued", f"{name} in line for a connection", exchange.asked, sent),
        ("request", f"{name} in flight", sent, answered),
        ("body", f"{name} being read", answered, end),
    ]
    lasting = [stage for stage in stages if stage[3] > stage[2]] or [stages[1]]
    where = _place(exchange.where)
    spans = [Span(kind, what, start, stop, where) for kind, what, start, stop in lasting]
    last = lasting[-1]
    spans[-1] = Span(*last, where, note, ending)
    return Lane("requests", name, tuple(spans))


# Tasks and the loop.


def _task_lanes(run: Run) -> list[Lane]:
    waits: dict[int, list[Wait]] = {}
    for wait in sorted(run.waits, key=lambda wait: wait.start):
        waits.setdefault(wait.task, []).append(wait)
    found = [_task_lane(run, task, waits.get(n, ())) for n, task in enumerate(run.tasks)]
    return [lane for lane in found if any(span.end > span.start for span in lane.spans)]


def _task_lane(run: Run, task: TaskSpan, waits: Sequence[Wait]) -> Lane:
    """Return a task's life. Time passes only where the loop is blocked, or where all wait."""
    end = run.makespan if task.ended is None else min(task.ended, run.makespan)
    spans: list[Span] = []
    now = task.created
    for wait in waits:
        spans += _between(run.blocked, task.name, now, wait.start)
        what = f"{task.name} waits"
        spans.append(Span("waits", what, wait.start, wait.end, _place(wait.where)))
        now = wait.end
    if task.ended is None:
        spans.append(_last_wait(run, task, now, end))
    else:
        spans += _between(run.blocked, task.name, now, end)
    return Lane("tasks", _name(task), tuple(spans))


def _name(task: TaskSpan) -> str:
    if not task.parent:
        return f"{task.name} (the experiment)"
    is_ours = task.coroutine.startswith("_") and (task.where is None or task.where.owner == "suite")
    return task.name if is_ours else f"{task.name} {task.coroutine}".strip()


def _between(blocked: Iterable[Blocked], name: str, start: float, end: float) -> list[Span]:
    """Return what a task did in a stretch that was not recorded as a wait of it."""
    spans = []
    for block in blocked:
        begin, stop = max(start, block.at), min(end, block.end)
        if stop <= begin:
            continue
        if begin > start:
            spans.append(Span("waits", f"{name} waits", start, begin))
        spans.append(Span("busy", f"{name} runs, or waits for its turn", begin, stop))
        start = stop
    if end > start:
        spans.append(Span("waits", f"{name} waits", start, end))
    return spans


def _last_wait(run: Run, task: TaskSpan, start: float, end: float) -> Span:
    """Return the wait that never ended, with what is known of it."""
    known = [*(run.trouble.waiting if run.trouble else ())]
    known += [left.wait for left in run.leftovers if left.wait is not None]
    wait = next((each for each in known if each.task == task.name), None)
    is_stuck = run.trouble is not None and run.trouble.kind == "deadlock"
    note = "and never goes on" if wait and is_stuck else "still there at the end"
    if wait is None:
        return Span("waits", f"{task.name} waits", start, end, "", note, "open")
    what = f"for {wait.what}, {note}"
    return Span("waits", f"{task.name} waits", start, end, _place(wait.where), what, "open")


def _loop_lane(blocked: Iterable[Blocked]) -> list[Lane]:
    spans = [
        _blocked(each) for each in sorted(blocked, key=lambda each: each.at) if each.end > each.at
    ]
    return [Lane("loop", "the loop", tuple(spans))] if spans else []


def _blocked(each: Blocked) -> Span:
    by = f"by {each.what}"
    return Span("blocked", "the loop is blocked", each.at, each.end, _place(each.where), by)


def _place(where: Where | None) -> str:
    return at(where, "").strip()
