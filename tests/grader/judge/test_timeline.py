"""The picture of a run."""

from grader.judge.timeline import MOST_BARS, call_label, timeline
from grader.run import Blocked, Call, Error, Exchange, Run
from grader.verdict import Bar


def call(name="fetch", *args, start=0.0, end=1.0, **facts):
    return Call(name, args, {}, start, start, end, **({"outcome": "returned"} | facts))


def exchange(url, status=200, outcome="answered"):
    return Exchange("GET", url, "x.example", 0.5, 0.5, 1.0, 1.0, status, outcome, True)


def test_spied_calls_are_shown_by_start():
    run = Run("s", calls=(call("b", start=1.0, end=2.0), call("a")))
    assert timeline(run) == (Bar("a", 0.0, 1.0), Bar("b", 1.0, 2.0))


def test_requests_are_shown_where_nothing_is_spied():
    own = call("download_all", of="submission")
    run = Run("s", calls=(own,), exchanges=(exchange("https://x.example/a.png?size=1"),))
    assert timeline(run) == (Bar("GET /a.png", 0.5, 1.0),)


def test_the_host_stands_for_a_request_without_a_path():
    bars = timeline(Run("s", exchanges=(exchange("https://x.example/", 503),)))
    assert bars == (Bar("GET x.example", 0.5, 1.0, "503"),)


def test_requests_of_several_hosts_are_told_apart():
    other = Exchange(
        "GET", "https://y.example/0", "y.example", 0.5, 0.5, 1.0, 1.0, 200, "answered", True
    )
    bars = timeline(Run("s", exchanges=(exchange("https://x.example/0"), other)))
    assert [bar.label for bar in bars] == ["GET x.example/0", "GET y.example/0"]


def test_a_request_that_failed_says_how():
    bars = timeline(Run("s", exchanges=(exchange("https://x.example/a", 0, "timeout"),)))
    assert bars[0].note == "timeout"


def test_calls_of_the_submission_are_the_last_resort():
    assert timeline(Run("s", calls=(call("greet", of="submission"),)))[0].label == "greet"


def test_a_label_shows_the_first_plain_argument():
    assert call_label(call("f", {"thing": ["function", "g"]}, {"int": "0x3"})) == "f(3)"
    assert call_label(call("f", "https://img.example/a.png")) == "f('https://img...')"
    assert call_label(call("f", {"list": []}, None)) == "f"
    assert call_label(call("f", None)) == "f(None)"
    assert call_label(call("f", {"error": {"type": "KeyError", "message": "a"}})) == "f(KeyError)"
    assert call_label(call("f", {"float": (0.25).hex()})) == "f(0.25)"


def test_a_bar_says_how_its_call_ended():
    calls = (
        call(outcome="raised", error=Error("ValueError", "boom")),
        call(outcome="cancelled"),
        call(outcome="running", end=None),
        call(thread="worker"),
        Call("fetch", (), {}, 0.5),
    )
    notes = [bar.note for bar in timeline(Run("s", calls=calls))]
    assert notes == [
        "ValueError: boom",
        "cancelled",
        "still running",
        "in a thread",
        "never started",
    ]


def test_a_blocked_loop_is_part_of_the_picture():
    run = Run("s", calls=(call(),), blocked=(Blocked(0.25, 0.5, "time.sleep"),))
    assert timeline(run)[1] == Bar("loop blocked", 0.25, 0.75, "time.sleep")


def test_a_loop_that_is_blocked_again_and_again_is_drawn_to_the_end():
    naps = tuple(Blocked(nap / 2, 0.5, "time.sleep") for nap in range(9))
    late = Blocked(6, 0.5, "time.sleep")
    assert timeline(Run("s", blocked=(*naps, late))) == (
        Bar("loop blocked", 0, 4.5, "time.sleep"),
        Bar("loop blocked", 6, 6.5, "time.sleep"),
    )


def test_two_blocks_without_time_between_them_are_one_also_where_their_sum_is_no_round_number():
    naps = (Blocked(0.1, 0.2, "time.sleep"), Blocked(0.3, 0.1, "time.sleep"))
    assert timeline(Run("s", blocked=naps)) == (Bar("loop blocked", 0.1, 0.4, "time.sleep"),)


def test_many_bars_fold_to_a_count():
    bars = timeline(Run("s", calls=tuple(call(start=float(n), end=n + 1.0) for n in range(50))))
    assert len(bars) == MOST_BARS
    assert bars[-1] == Bar("... 39 more", 11.0, 50.0)


def test_a_fold_that_holds_a_running_call_is_open():
    calls = [call(start=float(n), end=None if n == 30 else n + 1.0) for n in range(50)]
    assert timeline(Run("s", calls=tuple(calls)))[-1].end is None
