"""A recorded run as a check sees it."""

import pytest

from grader.encoding import Encoder, Ended, Thing
from grader.judge.explain import Notebook
from grader.judge.finding import CheckFailed
from grader.judge.recorded import Recorded
from grader.run import Call, Error, Exchange, Note, Run
from grader.suite import draw_for


def call(name, start, end, *args, of="spy"):
    return Call(name, args, {}, start, start, end, "returned", {"int": "0x1"}, of=of)


def recorded(**facts):
    return Recorded(Run("scene", **facts), "toys/kata")


def sent(url, host, start, end):
    return Exchange("GET", url, host, 0.0, start, end, end, 200, "answered", True, {"bytes": "00"})


def test_values_are_decoded():
    run = recorded(value={"tuple": [{"int": "0x2"}, {"thing": ["Task", ""]}]})
    assert run.value == (2, Thing("Task"))


def test_calls_are_decoded_and_told_apart_by_name_and_owner():
    run = recorded(
        calls=(call("a", 0.0, 1.0, {"int": "0x5"}), call("solve", 0.0, 1.0, of="submission"))
    )
    assert [(each.name, each.args, each.value) for each in run.calls()] == [("a", (5,), 1)]
    assert run.calls("b") == []
    assert [each.name for each in run.submission_calls()] == ["solve"]


def test_asking_for_a_call_that_never_happened_fails_the_check_with_a_sentence():
    run = recorded(calls=(call("a", 0.0, 1.0),))
    with pytest.raises(CheckFailed, match=r"^The call of `fetch` never happened\.$"):
        run.calls("fetch")[0]
    with pytest.raises(CheckFailed, match=r"^The call of `a` happened only once\.$"):
        run.calls("a")[1]
    assert run.calls("a")[-1].name == "a"
    assert len(run.calls("a")[:3]) == 1


def test_notes_and_ticks_are_found_by_label():
    run = recorded(notes=(Note("tick", 0.25), Note("said", 0.5, "hi"), Note("tick", 0.5)))
    assert run.ticks == [0.25, 0.5]
    assert [note.value for note in run.notes("said")] == ["hi"]


def test_requests_are_found_by_url():
    run = recorded(exchanges=(sent("u", "h", 0.0, 1.0), sent("v", "h", 0.0, 1.0)))
    assert [each.body for each in run.requests("v")] == [b"\0"]
    assert len(run.requests()) == 2


@pytest.mark.parametrize(
    ("spans", "peak"),
    [
        ([], 0),
        ([(0.0, 1.0), (1.0, 2.0)], 1),
        ([(0.0, 2.0), (1.0, 3.0), (1.5, 1.75)], 3),
        ([(0.0, None), (5.0, None)], 2),
        ([(0.0, 0.0)], 1),
    ],
)
def test_peak_counts_half_open_spans(spans, peak):
    assert recorded(calls=tuple(call("f", *span) for span in spans)).peak("f") == peak


def test_a_call_that_never_started_is_never_in_flight():
    assert recorded(calls=(Call("f", (), {}, 0.0),)).peak("f") == 0


def test_peak_requests_counts_connections_of_one_host_or_of_all():
    run = recorded(
        exchanges=(
            sent("u", "a", 0.0, 1.0),
            sent("u", "b", 0.5, 1.0),
            Exchange("GET", "u", "a", 0.0, None, None, None, 0, "waiting", False),
        )
    )
    assert (run.peak_requests(), run.peak_requests("a")) == (2, 1)


def test_each_draw_begins_anew_and_is_the_same_under_every_schedule():
    run = recorded(seed=7)
    assert run.draw.names(3) == run.draw.names(3) == draw_for("toys/kata", "scene").names(3)


def test_a_check_cannot_change_what_another_one_sees():
    raw = Run("scene", value={"list": []})
    Recorded(raw).value.append("mine")
    assert Recorded(raw).value == []


def test_explaining_notes_the_explanation():
    notebook = Notebook()
    message = Recorded(Run("scene", makespan=2.0), "k", notebook).explain(1)
    assert notebook.finding.message == message == "Expected 1 s, got 2 s."


# Checks in one line


def ended(error=None, value=None):
    """Return a run whose scenario returned how an attempt ended."""
    return recorded(value=Encoder(lambda each: each).encode(Ended(value, error)), makespan=2.0)


def refusal(check, *args, **kwargs):
    with pytest.raises(AssertionError) as caught:
        check(*args, **kwargs)
    return str(caught.value)


def test_a_run_takes_its_time_or_says_which_way_it_missed_it():
    run = recorded(makespan=2.0)
    run.takes(2)
    assert refusal(run.takes, 1, late="it waited") == "Expected 1 s, got 2 s: it waited."
    assert refusal(run.takes, 3, late="no", because="why") == "Expected 3 s, got 2 s: why."
    assert refusal(run.takes, 3, "1 + 2", early="left") == "Expected 3 s = 1 + 2, got 2 s: left."


def test_a_fact_is_as_expected_or_explained():
    run = recorded()
    run.expect(1, 1)
    assert refusal(run.expect, [2.5], [1.0], "it ran twice") == (
        "Expected 1 s, got 2.5 s: it ran twice."
    )


def test_a_value_is_looked_for_in_the_attempt_too():
    recorded(value={"int": "0x5"}).gives(5)
    ended(value=5).gives(5)
    assert refusal(ended(value="").gives, "a") == "Expected 'a', got ''."
    assert refusal(ended(value=5).gives, 6) == "Expected 6, got 5."
    assert refusal(ended(Error("ValueError", "no")).gives, 5) == "Expected 5, got ValueError: no."


def test_an_error_is_known_by_its_mark_or_its_type():
    run = ended(Error("ValueError", "no", mark="no", bases=("Exception",)))
    for wanted in ("no", ValueError, Exception):
        run.raises(wanted)
    assert refusal(run.raises, "yes") == 'Expected the error "yes", got ValueError: no.'
    assert refusal(run.raises, KeyError) == "Expected KeyError, got ValueError: no."
    assert refusal(ended(value=3).raises, KeyError, "it") == "Expected KeyError, got 3: it."


def test_what_python_raised_instead_is_put_into_words():
    told = refusal(ended(Error("InvalidStateError", "Result is not set.")).raises, "no")
    assert told.endswith("a result is there once the task is done: await it.")


def test_an_error_that_is_returned_is_not_raised():
    returned = {"error": {"type": "ValueError", "message": "no", "mark": "no"}}
    run = recorded(value={"ended": [returned, None]})
    assert refusal(run.raises, "no") == (
        'Expected the error "no", got ValueError: no, returned and not raised.'
    )


def test_a_copy_of_an_error_is_not_the_error():
    told = refusal(ended(Error("ValueError", "no")).raises, "no")
    assert told.endswith(
        "got ValueError: no: it looks the same, and is another object: raise the error itself."
    )


def test_an_error_in_a_group_counts_unless_it_has_to_come_alone():
    inner = Error("ValueError", "no", mark="no")
    run = ended(Error("ExceptionGroup", "many", inner=(inner,)))
    run.raises("no")
    assert run.value.error.marks == {"no"}
    told = refusal(run.raises, "no", alone=True)
    assert told.startswith('Expected the error "no", got Exc')
    assert told.endswith(": it came out in a group, and has to come out by itself.")
