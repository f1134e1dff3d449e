"""The checks that judge every run, and the sentences of what they find."""

import pytest

from grader.judge.finding import CheckFailed
from grader.judge.free import FREE_CHECKS
from grader.run import (
    Blocked,
    Call,
    Cut,
    Error,
    Leftover,
    LostError,
    Note,
    Party,
    Run,
    Trouble,
    Unawaited,
    Waiting,
    Where,
)

AT_9 = Where("save_and_notify.py", 9, "submission")
STOPPED = Trouble("deadlock", "Everybody waits.")


def found(name, *runs):
    check = next(check for check in FREE_CHECKS if check.name == name)
    try:
        check.test(runs)
    except CheckFailed as failed:
        return failed.finding
    return None


def said(name, **facts):
    return found(name, Run("s", **facts)).message


def test_a_clean_run_violates_nothing():
    assert [found(check.name, Run("s")) for check in FREE_CHECKS] == [None] * len(FREE_CHECKS)


@pytest.mark.parametrize("kind", ["deadlock", "busy wait", "endless", "never yields", "stuck"])
def test_code_that_never_ends_is_told_in_the_workers_words(kind):
    assert said("comes_to_an_end", trouble=Trouble(kind, "It never ends.")) == "It never ends."


def test_a_run_that_was_ended_for_another_reason_is_not_endless():
    assert found("comes_to_an_end", Run("s", trouble=Trouble("exit", "It exits."))) is None


def test_a_forgotten_await():
    assert said("everything_awaited", unawaited=(Unawaited("save", AT_9),)) == (
        "You made the coroutine `save(...)` at save_and_notify.py:9 but nobody awaited it."
    )


@pytest.mark.parametrize("where", [None, Where("suite.py", 9, "suite")])
def test_a_coroutine_that_was_handed_over_is_not_said_to_be_made_by_the_learner(where):
    assert said("everything_awaited", unawaited=(Unawaited("save", where),)) == (
        "The coroutine `save(...)` was made, but nobody awaited it."
    )


def test_a_coroutine_object_handed_back():
    value = {"thing": ["coroutine object", "sleep"]}
    call = Call("greet", ("ada",), {}, 0.0, value=value, of="submission")
    assert said("everything_awaited", calls=(call,)) == (
        "`greet('ada')` returned the coroutine object `sleep(...)`, and nobody awaited it."
    )


@pytest.mark.parametrize(
    ("leftover", "message"),
    [
        (
            Leftover("task", "notify", AT_9),
            "The task `notify` started at save_and_notify.py:9"
            " was still running after you returned.",
        ),
        (
            Leftover("response", "https://x.example/a", AT_9),
            "The response of https://x.example/a started at save_and_notify.py:9"
            " was neither read to its end nor released.",
        ),
        (
            Leftover("async generator", "ticks"),
            "The async generator `ticks` was left open after you returned.",
        ),
        (
            Leftover("thread", "pool_0"),
            "A thread `pool_0` was still busy after you returned.",
        ),
        (
            Leftover("thread", "", AT_9),
            "A thread started at save_and_notify.py:9 was still busy after you returned.",
        ),
        (
            Leftover("process", "sleep"),
            "A process `sleep` was still running after you returned.",
        ),
        (
            Leftover("session", "ClientSession"),
            "The session `ClientSession` was left open after you returned.",
        ),
    ],
)
def test_something_left_behind(leftover, message):
    assert said("nothing_left_running", leftovers=(leftover,)) == message


def test_a_task_left_behind_tells_where_it_stands():
    left = Leftover("task", "notify", AT_9, Where("save_and_notify.py", 12))
    assert found("nothing_left_running", Run("s", leftovers=(left,))).because == (
        "it waits at save_and_notify.py:12"
    )


def test_a_coroutine_that_an_error_left_behind_is_no_cause():
    call = Call("solve", (), {}, 0.0, 0.0, 1.0, "raised", of="submission")
    forgotten = Unawaited("load", AT_9)
    fails = Run("s", calls=(call,), unawaited=(forgotten,))
    assert found("everything_awaited", fails).message == (
        "The coroutine `load(...)` made at save_and_notify.py:9 was not awaited when an error"
        " came out."
    )
    forgets = Run("t", unawaited=(forgotten,))
    assert found("everything_awaited", fails, forgets).message.startswith("You made the coroutine")


@pytest.mark.parametrize(
    ("outcome", "cut", "told"),
    [
        ("returned", None, "after you returned"),
        ("raised", None, "after your error had come out"),
        ("cancelled", None, "after CancelledError had come out"),
        ("raised", Cut(1, 0.5), "after you were cancelled"),
    ],
)
def test_what_is_left_behind_is_told_with_how_you_ended(outcome, cut, told):
    call = Call("solve", (), {}, 0.0, 0.0, 1.0, outcome, of="submission")
    left = Leftover("task", "notify", AT_9)
    run = Run("s", cut=cut, calls=(call,), leftovers=(left,))
    assert found("nothing_left_running", run).message.endswith(f"was still running {told}.")


def test_a_task_left_behind_tells_who_holds_what_it_waits_for():
    at_12 = Where("save_and_notify.py", 12, "submission")
    wait = Waiting("task 4", "a Lock", at_12, (Party("task 3", "holds", AT_9, 1.5),))
    left = Leftover("task", "notify", AT_9, at_12, wait)
    assert found("nothing_left_running", Run("s", leftovers=(left,))).because == (
        "it waits at save_and_notify.py:12 for a Lock held by task 3 since t=1.5 s"
        " (save_and_notify.py:9)"
    )


def test_a_blocked_loop():
    at_8 = Where("first_await.py", 8, "submission")
    finding = found(
        "loop_never_blocked", Run("s", blocked=(Blocked(0.0, 1.0, "time.sleep", at_8),))
    )
    assert finding.message == (
        "The loop stood still for 1 s at t=0 (time.sleep at first_await.py:8):"
        " no other coroutine could run."
    )
    assert finding.because == "linters know this as ASYNC251"


def test_a_lost_error():
    error = Error("ValueError", "boom", where=AT_9)
    lost = LostError("Task exception was never retrieved", error)
    assert said("no_error_lost", lost_errors=(lost,)) == (
        "An error was lost: ValueError: boom at save_and_notify.py:9. Nobody looked at it."
    )
    assert found("no_error_lost", Run("s", lost_errors=(lost,))).because == (
        "an exception in a task comes out only where the task is awaited"
    )
    destroyed = LostError("Task was destroyed but it is pending!")
    assert said("no_error_lost", lost_errors=(destroyed,)) == (
        "An error was lost: Task was destroyed but it is pending."
    )
    assert found("no_error_lost", Run("s", lost_errors=(destroyed,))).because == (
        "the loop holds its tasks only weakly, and nobody else held it; linters know this as RUF006"
    )


def test_an_error_lost_in_a_callback_has_another_reason_than_one_in_a_task():
    error = Error("InvalidStateError", "invalid state")
    lost = LostError("Exception in callback Future.set_result(None)", error)
    assert found("no_error_lost", Run("s", lost_errors=(lost,))).because == (
        "it was raised in a callback, and nobody awaits that;"
        " a future that is done or cancelled takes no result: cancel the timer, or ask done()"
    )
    cancelled = LostError("Exception in callback report()", Error("CancelledError", ""))
    assert found("no_error_lost", Run("s", lost_errors=(cancelled,))).because == (
        "it was raised in a callback, and nobody awaits that;"
        " result() and exception() of what was cancelled raise: ask cancelled() first"
    )
    closing = LostError("an error occurred during closing of asynchronous generator", error)
    assert found("no_error_lost", Run("s", lost_errors=(closing,))).because == ""


def test_a_loop_inside_the_loop():
    assert said("one_loop", nested_loops=(AT_9,)) == (
        "You are already inside a loop, and save_and_notify.py:9 starts another one."
    )


def test_a_door_to_the_real_world():
    assert said("one_loop", fenced=("a real socket",)) == (
        "Your code asked for a real socket: an experiment has no way to the real world."
    )


def test_a_loop_called_from_another_thread():
    message = said("one_loop", trespasses=(Where("kata.py", 7, "submission"),))
    assert "kata.py:7 calls the loop from another thread" in message


@pytest.mark.parametrize(
    "facts",
    [
        {"calls": (Call("f", (), {}, called=1.0), Call("f", (), {}, called=0.5))},
        {"calls": (Call("f", (), {}, called=0.0, started=1.0, ended=0.5),)},
        {"calls": (Call("f", (), {}, called=0.0, started=0.0, ended=2.0),), "makespan": 1.0},
        {"notes": (Note("tick", 1.0), Note("tick", 0.5))},
    ],
    ids=["calls in turn", "a call's life", "an end after the end", "notes"],
)
def test_times_that_contradict_each_other(facts):
    assert "contradict each other" in said("one_loop", **facts)


def test_times_that_can_be_true_are_no_violation():
    calls = (
        Call("f", (), {}, called=0.0, started=0.5, ended=2.0),
        Call("f", (), {}, called=0.0),  # never run
        Call("f", (), {}, called=2.0, started=2.0),  # still running
    )
    assert not found("one_loop", Run("s", makespan=2.0, calls=calls))


def test_something_replaced():
    assert said("one_loop", replaced=("asyncio.sleep",)) == (
        "Your code replaced `asyncio.sleep`: use it as Python gives it."
    )


@pytest.mark.parametrize("name", ["everything_awaited", "nothing_left_running", "no_error_lost"])
def test_what_a_stopped_run_leaves_behind_is_no_violation(name):
    run = Run(
        "s",
        trouble=STOPPED,
        unawaited=(Unawaited("save"),),
        leftovers=(Leftover("task", "t"),),
        lost_errors=(LostError("x"),),
    )
    assert found(name, run) is None


def test_several_violations_are_counted_and_the_first_is_told():
    blocked = tuple(Blocked(float(at), 1.0, "time.sleep", AT_9) for at in range(3))
    finding = found("loop_never_blocked", Run("s", blocked=blocked[:1]), Run("t", blocked=blocked))
    assert finding.message.startswith("The loop stood still for 1 s at t=0 ")
    assert finding.because == "linters know this as ASYNC251; and 2 more like it"


@pytest.mark.parametrize("kind", ["never yields", "stuck"])
def test_nobody_can_say_that_the_loop_was_free_after_a_run_that_never_let_go(kind):
    runs = (Run("s"), Run("t", trouble=Trouble(kind, "It computed for 2 s.")))
    untold = {check.name for check in FREE_CHECKS if check.untold_by(runs)}
    assert untold == {"loop_never_blocked"}
