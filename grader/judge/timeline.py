"""The picture of a run: one bar for each thing that took time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from grader.judge.values import decoded
from grader.judge.wording import error_text, plain
from grader.run import Call, Error, Exchange, Run
from grader.verdict import Bar

MOST_BARS = 12
BLOCKED = "loop blocked"
NEVER_STARTED = "never started"
MORE = "... "  # how the bar begins that stands for all that are not drawn
ARGUMENT_WIDTH = 16  # characters of the first argument beside a call's name


def timeline(run: Run) -> tuple[Bar, ...]:
    """Return bars by start: spied calls, else requests, else calls of the submission."""
    of_many = is_to_many_hosts(run)
    bars = (
        _call_bars(run.calls, "spy")
        or [_exchange_bar(exchange, of_many=of_many) for exchange in run.exchanges]
        or _call_bars(run.calls, "submission")
    )
    bars.sort(key=lambda bar: bar.start)
    return (*_folded(bars), *_folded(_blocked_bars(run)))


def _call_bars(calls: Iterable[Call], of: str) -> list[Bar]:
    return [_call_bar(call) for call in calls if call.of == of]


def _call_bar(call: Call) -> Bar:
    if call.started is None:
        return Bar(call_label(call), call.called, call.called, NEVER_STARTED)
    return Bar(call_label(call), call.started, call.ended, _call_note(call))


def call_label(call: Call) -> str:
    """Return the name of a call with its first plain argument: `fetch('a')`."""
    argument = next((text for text in map(_argument, call.args) if text), "")
    if call.args == (None,):
        argument = "None"
    return f"{call.name}({argument})" if argument else call.name


def _argument(data: object) -> str:
    value = decoded(data)
    if isinstance(value, Error):
        return value.type
    if type(value) not in (str, int, float, bool):
        return ""
    text = plain(value)
    if len(text) <= ARGUMENT_WIDTH:
        return text
    if isinstance(value, str):  # the quotes stay a pair, and no escape is cut in two
        begin = value[: ARGUMENT_WIDTH - 5]
        while begin and len(plain(begin)) > ARGUMENT_WIDTH - 3:
            begin = begin[:-1]
        return plain(f"{begin.rstrip()}...")
    return f"{text[: ARGUMENT_WIDTH - 3]}..."


def _call_note(call: Call) -> str:
    if call.outcome == "raised" and call.error is not None:
        return error_text(call.error)
    if call.outcome in ("cancelled", "raised"):
        return call.outcome
    if call.outcome == "running":
        return "still running"
    return "in a thread" if call.thread == "worker" else ""


def is_to_many_hosts(run: Run) -> bool:
    """Return whether the requests of a run went to more than one host."""
    return len({each.host for each in run.exchanges}) > 1


def request_label(exchange: Exchange, *, of_many: bool) -> str:
    """Return the name of a request: `GET /a`, with the host where it is one `of_many`."""
    path = urlsplit(exchange.url).path.rstrip("/")
    place = f"{exchange.host}{path}" if of_many else path or exchange.host
    return f"{exchange.method} {place}"


def _exchange_bar(exchange: Exchange, *, of_many: bool) -> Bar:
    note = str(exchange.status) if exchange.status >= 400 else ""
    note = note if exchange.outcome == "answered" else exchange.outcome
    return Bar(request_label(exchange, of_many=of_many), exchange.asked, exchange.ended, note)


def _blocked_bars(run: Run) -> list[Bar]:
    bars: list[Bar] = []
    for each in run.blocked:
        if bars and (bars[-1].end, bars[-1].note) == (each.at, each.what):
            bars[-1] = replace(bars[-1], end=each.end)  # no time between them
        else:
            bars.append(Bar(BLOCKED, each.at, each.end, each.what))
    return bars


def _folded(bars: list[Bar]) -> list[Bar]:
    if len(bars) <= MOST_BARS:
        return bars
    shown, rest = bars[: MOST_BARS - 1], bars[MOST_BARS - 1 :]
    ends = [bar.end for bar in rest]
    end = None if None in ends else max(end for end in ends if end is not None)
    return [*shown, Bar(f"{MORE}{len(rest)} more", rest[0].start, end)]
