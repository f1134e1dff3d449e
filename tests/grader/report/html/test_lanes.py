"""Facts become lanes: what waited, ran, was called, was asked for, and for how long."""

from __future__ import annotations

from grader.report.html.lanes import MOST_SPANS, Lane, lanes_of
from grader.run import (
    Blocked,
    Call,
    Error,
    Exchange,
    Leftover,
    Run,
    TaskSpan,
    Trouble,
    Wait,
    Waiting,
    Where,
)


def at(line: int) -> Where:
    return Where("limit_three.py", line, "submission")


def call(name: str, start: float, end: float | None, **fields: object) -> Call:
    outcome = "running" if end is None else "returned"
    made = {"started": start, "ended": end, "outcome": outcome, "where": at(14)} | fields
    return Call(name, (name[-1],), {}, start, **made)  # type: ignore[arg-type]


def request(**fields: object) -> Exchange:
    usual = {"asked": 0.0, "sent": 1.0, "answered": 2.0, "ended": 2.5, "where": at(7)}
    usual |= {"status": 200, "outcome": "answered", "released": True}
    return Exchange("GET", "http://a.example/b", "a.example", **(usual | fields))  # type: ignore[arg-type]


def said(lanes: tuple[Lane, ...], group: str) -> list[list[str]]:
    return [[span.said for span in lane.spans] for lane in lanes if lane.group == group]


def kinds(lanes: tuple[Lane, ...], group: str) -> list[list[tuple[str, str]]]:
    return [
        [(span.kind, span.ending) for span in lane.spans] for lane in lanes if lane.group == group
    ]


def test_a_call_says_its_argument_its_times_and_its_line() -> None:
    run = Run("s", makespan=3, calls=(call("fetch", 0, 3),))
    assert said(lanes_of(run), "calls") == [["fetch('h') 0 to 3 s, limit_three.py:14"]]


def test_calls_of_one_name_share_a_lane_only_where_they_follow_each_other() -> None:
    calls = (call("fetch", 0, 2), call("fetch", 1, 3), call("fetch", 2, 4))
    lanes = lanes_of(Run("s", makespan=4, calls=calls))
    assert [len(lane.spans) for lane in lanes] == [2, 1]


def test_calls_of_the_submission_are_drawn_only_where_there_is_nothing_else() -> None:
    own = call("mine", 0, 1, of="submission")
    assert [lane.name for lane in lanes_of(Run("s", makespan=1, calls=(own,)))] == ["mine('e')"]
    both = lanes_of(Run("s", makespan=1, calls=(own, call("fetch", 0, 1))))
    assert [lane.name for lane in both] == ["fetch('h')"]


def test_bad_ends_and_calls_that_never_end_are_told_apart() -> None:
    calls = (
        call("a", 0, 1, outcome="raised", error=Error("ValueError", "boom")),
        call("b", 0, 1, outcome="cancelled"),
        call("c", 0, None),
        call("d", 0, 0, started=None, ended=None, outcome="not started"),
    )
    lanes = lanes_of(Run("s", makespan=2, calls=calls))
    assert [lane.spans[0].ending for lane in lanes] == ["bad", "bad", "open", "bad"]
    notes = [lane.spans[0].note for lane in lanes]
    assert notes == ["ValueError: boom", "cancelled", "still running", "never started"]
    assert lanes[2].spans[0].end == 2


def test_a_request_is_in_line_then_in_flight_then_read() -> None:
    lanes = lanes_of(Run("s", makespan=3, exchanges=(request(),)))
    assert kinds(lanes, "requests") == [[("queued", ""), ("request", ""), ("body", "")]]
    assert said(lanes, "requests")[0][1] == "GET /b in flight 1 to 2 s, limit_three.py:7"


def test_a_request_without_an_answer_ends_badly_or_not_at_all() -> None:
    timeout = request(sent=0.0, answered=None, ended=2.0, outcome="timeout", status=0)
    hanging = request(sent=0.0, answered=None, ended=None, outcome="waiting", status=0)
    refused = request(sent=0.0, answered=0.0, ended=0.0, status=404)
    lanes = lanes_of(Run("s", makespan=3, exchanges=(timeout, hanging, refused)))
    assert kinds(lanes, "requests") == [
        [("request", "bad")],
        [("request", "open")],
        [("request", "bad")],
    ]
    assert [lane.spans[-1].note for lane in lanes] == ["timeout", "waiting", "404"]


def test_a_task_waits_where_it_was_recorded() -> None:
    tasks = (TaskSpan("task 1", None, 0, 3), TaskSpan("task 2", "task 1", 0, 2, coroutine="visit"))
    waits = (Wait(1, 0, 0.5, at(5)), Wait(1, 0.5, 2, at(6)), Wait(0, 0, 3, at(9)))
    lanes = lanes_of(Run("s", makespan=3, tasks=tasks, waits=waits))
    assert [lane.name for lane in lanes] == ["task 1 (the experiment)", "task 2 visit"]
    assert said(lanes, "tasks")[1] == [
        "task 2 waits 0 to 0.5 s, limit_three.py:5",
        "task 2 waits 0.5 to 2 s, limit_three.py:6",
    ]


def test_a_task_runs_while_it_blocks_the_loop_and_the_others_wait() -> None:
    tasks = (TaskSpan("task 1", None, 0, 3), TaskSpan("task 2", "task 1", 0, 3))
    waits = (Wait(0, 0, 3, at(9)), Wait(1, 0.5, 1, at(5)))
    blocked = (Blocked(1, 2, "time.sleep", at(6)),)
    lanes = lanes_of(Run("s", makespan=3, tasks=tasks, waits=waits, blocked=blocked))
    assert kinds(lanes, "tasks") == [
        [("waits", "")],
        [("waits", ""), ("waits", ""), ("busy", "")],
    ]
    assert said(lanes, "loop") == [
        ["the loop is blocked 1 to 3 s, limit_three.py:6, by time.sleep"]
    ]


def test_a_wait_that_never_ends_says_what_for() -> None:
    waiting = Waiting("task 2", "a Lock", at(18))
    run = Run(
        "s",
        makespan=2,
        tasks=(TaskSpan("task 2", "task 1", 0, None, coroutine="visit"),),
        waits=(Wait(0, 0, 1, at(5)),),
        trouble=Trouble("deadlock", "Deadlock.", waiting=(waiting,)),
    )
    last = lanes_of(run)[0].spans[-1]
    assert (last.start, last.end, last.ending) == (1, 2, "open")
    assert last.said == "task 2 waits 1 to 2 s, limit_three.py:18, for a Lock, and never goes on"


def test_a_task_that_is_left_behind_still_waits_and_would_go_on() -> None:
    waiting = Waiting("task 2", "asyncio.sleep(3)", at(18))
    task = TaskSpan("task 2", "task 1", 0, None, coroutine="visit")
    for trouble in (None, Trouble("endless", "It is still running.")):
        left = (Leftover("task", "visit"), Leftover("task", "visit", at(16), at(18), waiting))
        run = Run("s", makespan=2, tasks=(task,), leftovers=left, trouble=trouble)
        last = lanes_of(run)[0].spans[-1]
        assert (last.where, last.note) == (
            "limit_three.py:18",
            "for asyncio.sleep(3), still there at the end",
        )


def test_a_task_that_stands_still_when_all_ends_says_so_too() -> None:
    tasks = (TaskSpan("task 1", None, 0, None), TaskSpan("task 2", "task 1", 0, 1))
    run = Run("s", makespan=1, tasks=tasks, waits=(Wait(0, 0, 1, at(5)), Wait(1, 0, 1, at(6))))
    assert kinds(lanes_of(run), "tasks") == [[("waits", ""), ("waits", "open")], [("waits", "")]]


def test_a_name_of_the_grader_itself_is_not_told() -> None:
    ours = TaskSpan("task 3", "task 1", 0, 1, coroutine="_awaited")
    theirs = TaskSpan("task 4", "task 1", 0, 1, where=at(3), coroutine="_visit")
    lanes = lanes_of(Run("s", makespan=1, tasks=(ours, theirs)))
    assert [lane.name for lane in lanes] == ["task 3", "task 4 _visit"]


def test_a_task_that_lasts_no_time_has_no_lane() -> None:
    run = Run("s", makespan=1, tasks=(TaskSpan("task 1", None, 0, 1), TaskSpan("t", "a", 1, 1)))
    assert [lane.name for lane in lanes_of(run)] == ["task 1 (the experiment)"]


def test_thousands_of_waits_become_a_few_spans() -> None:
    waits = tuple(Wait(0, n, n + 1, at(5)) for n in range(2000))
    run = Run("s", makespan=2000, tasks=(TaskSpan("task 1", None, 0, 2000),), waits=waits)
    (lane,) = lanes_of(run)
    assert len(lane.spans) == MOST_SPANS
    more = f"{2001 - MOST_SPANS:,} more, {MOST_SPANS - 1} to 2000 s"
    assert lane.spans[-1].said == f"task 1 (the experiment): {more}"
