"""Sentences for runs that did not come to their end."""

from dataclasses import replace

import pytest

from grader.judge.troubles import coroutine_returned, incomplete, no_run, of_error, of_trouble
from grader.run import Call, Error, Party, Run, Trouble, Waiting, Where

OURS = Where("semaphore/limit_three", 38, "suite")
AT = Where("limit_three.py", 14, "submission")


def test_a_run_that_returned_has_no_trouble():
    assert incomplete(Run("s")) is None


def test_a_trouble_comes_before_the_error_it_led_to():
    run = Run("s", error=Error("CancelledError", ""), trouble=Trouble("deadlock", "All wait."))
    assert incomplete(run).message == "All wait."


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            Error("NotImplementedError", "", where=AT),
            "Not started yet: NotImplementedError is raised at limit_three.py:14.",
        ),
        (
            Error("ValueError", "boom", where=AT),
            "Your code raised ValueError: boom (limit_three.py:14).",
        ),
        (Error("ValueError", "boom"), "Using your code raised ValueError: boom."),
        (Error("ValueError", "boom", where=OURS), "Using your code raised ValueError: boom."),
        (
            Error("RuntimeError", "boom", mark="boom"),
            "A given function's failure came out of your code: RuntimeError: boom.",
        ),
    ],
)
def test_an_error_says_what_came_out_and_where(error, message):
    assert of_error(error).message == message


def test_a_deadlock_names_who_waits_for_what():
    waiting = (Waiting("main", "a lock", AT), Waiting("task 2", "an event"))
    finding = of_trouble(Trouble("deadlock", "Everybody waits.", AT, waiting))
    assert (
        finding.because == "main waits at limit_three.py:14 for a lock; task 2 waits for an event"
    )


CROSSED = (
    Waiting("task 1", "gather(task 2, task 3)", OURS, (Party("task 2", "is awaited"),)),
    Waiting("task 2", "a Lock", AT, (Party("task 3", "holds", AT, 1.0),)),
    Waiting("task 3", "a Lock", OURS, (Party("task 2", "holds", OURS, 0.5),)),
)


def test_a_circle_is_told_apart_from_those_who_only_wait():
    trouble = Trouble("deadlock", "m", waiting=CROSSED, cycles=(("task 2", "task 3"),))
    finding = of_trouble(trouble)
    assert finding.because == (
        "task 2 and task 3 wait for each other"  # task 1 is the suite's
    )
    assert finding.cycles == (
        (
            "task 2 waits at limit_three.py:14 for a Lock held by task 3 since t=1 s"
            " (limit_three.py:14)",
            "task 3 waits for a Lock held by task 2 since t=0.5 s",
        ),
    )
    assert finding.where == AT
    assert finding.lines()[-3:-1] == [
        f"┌> {finding.cycles[0][0]}",
        f"└─ {finding.cycles[0][1]}",
    ]


def test_who_only_waits_for_the_circle_is_told_where_the_line_is_the_learners():
    waiting = (replace(CROSSED[0], where=AT), *CROSSED[1:])
    trouble = Trouble("deadlock", "m", waiting=waiting, cycles=(("task 2", "task 3"),))
    assert of_trouble(trouble).because == (
        "task 2 and task 3 wait for each other;"
        " task 1 waits at limit_three.py:14 for gather(task 2, task 3)"
    )


def test_more_circles_than_a_screen_holds_are_counted():
    waiting = tuple(Waiting(name, "a Lock") for name in "abcd")
    trouble = Trouble("deadlock", "m", waiting=waiting, cycles=(("a",), ("b",), ("c",), ("d",)))
    finding = of_trouble(trouble)
    assert finding.because == (
        "a waits for itself; b waits for itself; 2 more circles of this kind"
    )
    assert len(finding.cycles) == 2


def test_the_line_of_a_deadlock_is_of_who_waits_for_something_that_never_comes():
    awaits = Waiting("task 1", "task 2", replace(AT, line=3), (Party("task 2", "is awaited"),))
    lacks = Waiting("task 2", "an Event", AT, why="nobody sets it")
    assert of_trouble(Trouble("deadlock", "m", waiting=(awaits, lacks))).where == AT


def test_a_circle_of_three_and_one_of_one_are_named_as_such():
    waiting = tuple(Waiting(name, "a Lock") for name in ("a", "b", "c", "d"))
    trouble = Trouble("deadlock", "m", waiting=waiting, cycles=(("a", "b", "c"), ("d",)))
    assert of_trouble(trouble).because == (
        "a, b and c wait for each other in a circle; d waits for itself"
    )


def test_a_circle_whose_members_are_not_all_known_is_not_drawn():
    trouble = Trouble("deadlock", "m", waiting=CROSSED[:2], cycles=(("task 2", "task 3"),))
    assert of_trouble(trouble).cycles == ()


def test_a_permit_that_was_never_given_back_is_told():
    lost = Party("worker 3", "took and ended", AT, 0.0)
    wait = Waiting("task 2", "a Semaphore", AT, (lost,), "its only permit is taken")
    assert of_trouble(Trouble("deadlock", "m", waiting=(wait,))).because == (
        "task 2 waits at limit_three.py:14 for a Semaphore: its only permit is taken"
        " by worker 3 at limit_three.py:14, which has ended without giving it back"
    )


def test_no_line_of_the_suite_is_shown():
    finding = of_trouble(Trouble("deadlock", "", waiting=(Waiting("task 1", "a task", OURS),)))
    assert finding.because == "task 1 waits for a task"


def test_a_deadlock_of_many_names_a_few():
    waiting = tuple(Waiting(f"task {n}", f"lock {n}") for n in range(10))
    because = of_trouble(Trouble("deadlock", "", waiting=waiting)).because
    assert because.endswith("; 6 more wait otherwise")


def test_those_who_wait_alike_are_told_in_one_breath():
    waiting = tuple(Waiting(f"task {n}", "a lock") for n in (1, 2, 3))
    because = of_trouble(Trouble("deadlock", "", waiting=waiting)).because
    assert because == "task 1, task 2 and task 3 wait for a lock"


def test_who_spins_is_told_what_to_await():
    wait = Waiting("task 2", "asyncio.sleep(0)", AT, why="`await task` instead of asking")
    assert of_trouble(Trouble("busy wait", "m", AT, (wait,))).because == (
        "task 2 asks again and again at limit_three.py:14: `await task` instead of asking"
    )


def test_those_who_spin_at_one_line_are_told_in_one_sentence():
    waiting = tuple(Waiting(f"task {n}", "asyncio.sleep(0)", AT, why="wait") for n in range(6))
    assert of_trouble(Trouble("busy wait", "m", AT, waiting)).because == (
        "task 0, task 1, task 2 and 3 more ask again and again at limit_three.py:14: wait"
    )


def test_a_trouble_without_words_still_says_its_kind():
    assert of_trouble(Trouble("memory", "")).message == (
        "Your code could not be run to its end (memory)."
    )


def test_a_scenario_that_left_nothing_says_why():
    assert no_run("burst", None).message == (
        "The experiment `burst` gave no result: your code ended it early."
    )
    assert no_run("burst", Trouble("exit", "It exits.")).message == "It exits."


def test_only_the_submissions_own_coroutine_object_counts():
    value = {"thing": ["coroutine object", "sleep"]}
    spy = Call("fetch", (), {}, 0.0, value=value)
    assert coroutine_returned(Run("s", calls=(spy,))) is None
    own = Call("greet", (), {}, 0.0, value=value, of="submission")
    assert coroutine_returned(Run("s", calls=(spy, own)))[0] is own
