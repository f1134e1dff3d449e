"""What a program did: moments in one column, lanes for who took time, and what was not seen."""

from __future__ import annotations

from grader.report.paper import Paper
from grader.report.played import (
    MOST_LINES,
    end_rows,
    lanes,
    picture_rows,
    played,
    printed_rows,
    stamps,
)
from grader.run import (
    Blocked,
    Call,
    Error,
    Exchange,
    LostError,
    Printed,
    Record,
    Run,
    TaskSpan,
    Trouble,
    Unawaited,
    Where,
)
from grader.worker.output import SHOWN_CHARACTERS


def call(name, start, end, **fields):
    return Call(name, ("a",), {}, start, start, end, "returned", **fields)


def text(rows):
    return "\n".join(row.plain for row in rows)


def ended(run):
    return played(Record("x", (run,)))


def test_moments_stand_in_one_column_with_as_many_digits_as_one_of_them_needs():
    assert stamps([Printed(0, ""), Printed(10.5, "")]) == [" 0.00 s", "10.50 s"]
    assert stamps([Printed(0, ""), Printed(0.125, "")]) == ["0.000 s", "0.125 s"]
    assert stamps([]) == []


def test_of_very_many_lines_the_first_are_shown():
    rows = printed_rows(Paper(), [Printed(0, "x")] * (MOST_LINES + 3))
    assert len(rows) == MOST_LINES + 1 and "3 more lines" in rows[-1].plain


def test_where_more_was_printed_than_is_kept_nobody_says_how_many_lines():
    for most in (MOST_LINES * 2, 4):
        text = "x" * (SHOWN_CHARACTERS // most)
        rows = printed_rows(Paper(), [Printed(0, text)] * most)
        assert rows[-1].plain == "  … and more"


def test_a_long_line_is_folded_behind_its_time():
    rows = printed_rows(Paper(width=30), [Printed(1, "word " * 10)])
    assert len(rows) > 1 and all(row.cell_len <= 30 for row in rows)
    assert rows[1].plain.startswith("          word")


def test_lanes_are_the_calls_that_took_time():
    run = Run("", calls=(call("fetch", 0, 1), call("now", 1, 1)), makespan=1)
    assert [bar.label for bar in lanes(run)] == ["fetch('a')"]


def test_requests_stand_below_the_calls():
    asked = Exchange("GET", "https://a.example/x", "a.example", 0, 0, 2, 2, 200, "answered", True)
    blocked = (Blocked(0, 1, "time.sleep"),)
    run = Run("", calls=(call("watch", 0, 1),), exchanges=(asked,), blocked=blocked, makespan=2)
    assert [bar.label for bar in lanes(run)] == ["watch('a')", "GET /x", "loop blocked"]


def test_without_such_calls_lanes_are_the_tasks_but_not_those_of_asyncio():
    tasks = (
        TaskSpan("task 1", None, 0, 2, coroutine="main"),
        TaskSpan("task 2", "task 1", 0, 2, coroutine="one"),
        TaskSpan("named", "task 1", 0, 1, coroutine="one"),
        TaskSpan("task 4", "task 1", 1, 1, coroutine="one"),
    )
    run = Run("", tasks=tasks, blocked=(Blocked(0, 1, "time.sleep"),), makespan=2)
    assert [bar.label for bar in lanes(run)] == ["task 2 one", "named", "loop blocked"]


def test_a_program_that_takes_no_time_has_no_picture():
    assert picture_rows(Paper(), ended(Run("", calls=(call("fetch", 0, 0),)))) == []


def test_it_ends_or_has_an_error_or_is_stopped_or_never_begins():
    error = Error("ValueError", "no", where=Where("example.py", 3, "submission"))
    stuck = Trouble("deadlock", "Deadlock.")
    assert text(end_rows(Paper(), ended(Run("", makespan=2.5)))) == "ended after 2.5 s"
    told = text(end_rows(Paper(), ended(Run("", makespan=1, error=error))))
    assert told.startswith("ended with an error after 1 s") and "example.py:3" in told
    assert "stopped after 1 s" in text(end_rows(Paper(), ended(Run("", makespan=1, trouble=stuck))))
    never = played(Record("x", trouble=Trouble("syntax", "It cannot be read.")))
    assert text(end_rows(Paper(), never)).startswith("not begun\n")


def test_what_nobody_saw_is_said():
    run = Run(
        "",
        unawaited=(Unawaited("say", Where("example.py", 7)),),
        lost_errors=(LostError("", Error("ValueError", "lost")),),
    )
    told = text(end_rows(Paper(), ended(run)))
    assert "`say(...)` (example.py:7) was never awaited." in told
    assert "Nobody looked at ValueError: lost." in told
