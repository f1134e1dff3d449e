"""The warm judge as a process: what goes in, what comes out."""

import json
import shutil
from pathlib import Path

from grader.json_line import to_json
from grader.run import Blocked, Call, Error, Leftover, Note, Record, Trouble, Where

COURSES = Path(__file__).parents[2] / "courses"
AT_9 = Where("add_slowly.py", 9, "submission")
SUITE_CHECKS = ("test_sum_is_returned", "test_both_are_asked_at_once", "test_each_is_asked_once")
FREE_CHECKS = (
    "test_free_comes_to_an_end",
    "test_free_everything_awaited",
    "test_free_nothing_left_running",
    "test_free_loop_never_blocked",
    "test_free_no_error_lost",
    "test_free_one_loop",
)


def statuses(verdict):
    return {check.name: check.status for check in verdict.checks}


def check(verdict, name):
    return next(each for each in verdict.checks if each.name == name)


def test_a_right_answer_passes_every_check(toy, toy_record, toy_run):
    verdict = toy.judge(toy_record(toy_run()))
    assert statuses(verdict) == dict.fromkeys((*SUITE_CHECKS, *FREE_CHECKS), "pass")
    assert (verdict.status, verdict.points, verdict.max_points) == ("pass", 3, 3)
    assert check(verdict, "test_both_are_asked_at_once").virtual_seconds == 2


def test_a_failure_shows_the_arithmetic_the_cause_and_the_picture(toy, toy_record, toy_run):
    verdict = toy.judge(toy_record(toy_run(right=(1.0, 3.0))))
    failed = check(verdict, "test_both_are_asked_at_once")
    assert failed.sentence == "Both numbers are asked for at once."
    assert failed.expected == "2 s = max(1, 2)"
    assert failed.got == "3 s = 1 + 2"
    assert failed.because == "the second number is asked for after the first came"
    assert failed.message == (
        "Expected 2 s = max(1, 2), got 3 s = 1 + 2:"
        " the second number is asked for after the first came."
    )
    bars = [(bar.label, bar.start, bar.end) for bar in failed.timeline]
    assert bars == [("fetch('left')", 0, 1), ("fetch('right')", 1, 3)]


def test_points_count_passed_checks_out_of_the_whole_list(toy, toy_record, toy_run):
    verdict = toy.judge(toy_record(toy_run(right=(1.0, 3.0))))
    assert verdict.status == "fail"
    assert verdict.points == 2.67  # 8 of 9 checks, 3 points


def test_a_check_reads_only_the_first_paragraph_of_its_docstring_aloud(toy, toy_record, toy_run):
    verdict = toy.judge(toy_record(toy_run()))
    assert check(verdict, "test_sum_is_returned").sentence == "The sum of both numbers is returned."


def test_a_plain_message_is_shown_as_it_stands(toy, toy_record, toy_run, fetch):
    verdict = toy.judge(toy_record(toy_run(calls=(fetch("left", 0.0, 2.0),))))
    failed = check(verdict, "test_each_is_asked_once")
    assert failed.message == "`fetch` is to be called once for each number."
    assert failed.expected == ""


def test_an_object_that_claims_to_equal_everything_arrives_as_its_name(toy, toy_record, toy_run):
    forged = {"thing": ["Liar object", ""]}
    verdict = toy.judge(toy_record(toy_run(value=forged)))
    assert check(verdict, "test_sum_is_returned").got == "a Liar object"


def test_data_that_no_encoder_writes_fails_the_check_and_nothing_else(toy, toy_record, toy_run):
    for forged in ({"int": 5}, {"eval": "1"}, [1], {"set": [{"list": []}]}, {"error": "no"}):
        verdict = toy.judge(toy_record(toy_run(value=forged)))
        failed = check(verdict, "test_sum_is_returned")
        assert (failed.status, failed.got) == ("fail", "a value that cannot be read"), forged


def test_free_checks_earn_nothing_while_no_other_check_passes(toy, toy_record, toy_run):
    verdict = toy.judge(toy_record(toy_run(value=None, calls=(), makespan=0.0)))
    assert {check.status for check in verdict.checks if check.free} == {"skip"}
    assert verdict.points == 0


def test_free_checks_earn_nothing_while_no_run_comes_to_its_end(toy, toy_record, toy_run):
    stopped = toy_run(trouble=Trouble("exit", "Your code ended the process with os._exit(0)."))
    verdict = toy.judge(toy_record(stopped))
    assert set(statuses(verdict).values()) == {"fail", "skip"}
    assert verdict.points == 0


def test_a_free_check_that_is_violated_fails_though_nothing_else_passes(toy, toy_record, toy_run):
    blocked = toy_run(
        value=None, calls=(), makespan=5.0, blocked=(Blocked(0.0, 1.0, "time.sleep", AT_9),)
    )
    verdict = toy.judge(toy_record(blocked))
    failed = check(verdict, "test_free_loop_never_blocked")
    assert failed.status == "fail"
    assert failed.message == (
        "The loop stood still for 1 s at t=0 (time.sleep at add_slowly.py:9):"
        " no other coroutine could run."
    )
    assert failed.because == "linters know this as ASYNC251"
    assert failed.where == AT_9


def test_a_known_mistake_is_named_and_explained(toy, toy_record, toy_run, mistake):
    verdict = toy.judge(toy_record(toy_run(wrong=1)), mistake("wrong_sum"))
    assert verdict.mistake == "wrong_sum"
    assert verdict.explanation == "The left number is counted twice."


def test_mistakes_that_fail_alike_are_told_apart_by_their_source(toy, toy_record, toy_run, mistake):
    record = toy_record(toy_run(right=(1.0, 3.0)))
    for name in ("one_after_the_other", "awaits_each_task"):
        assert toy.judge(record, mistake(name)).mistake == name


def test_of_mistakes_that_fail_alike_the_nearest_is_named(toy, toy_record, toy_run):
    mine = b"import asyncio\nasync def add(fetch, a, b):\n    x = 0\n    for n in [a, b]:\n" + (
        b"        task = asyncio.create_task(fetch(n))\n        x += await task\n    return x\n"
    )
    verdict = toy.judge(toy_record(toy_run(right=(1.0, 3.0))), mine)
    assert verdict.mistake == "awaits_each_task"


def test_a_free_check_is_part_of_a_mistakes_fingerprint(toy, toy_record, toy_run, mistake):
    run = toy_run(
        left=(1.0, 2.0), right=(1.0, 3.0), blocked=(Blocked(0.0, 1.0, "time.sleep", AT_9),)
    )
    verdict = toy.judge(toy_record(run), mistake("sleeps_the_thread"))
    assert verdict.mistake == "sleeps_the_thread"


def test_a_slip_that_raises_is_not_taken_for_a_mistake_that_fails_as_much(
    toy, toy_record, toy_run, mistake
):
    broken = toy_run(error=Error("NameError", "name 'x' is not defined", where=AT_9))
    mine = b"async def add(fetch, left, right):\n    total = [x for y in (left, right)]\n" + (
        b"    while total:\n        total.pop()\n    print('done', fetch)\n    return total\n"
    )
    assert toy.judge(toy_record(broken), mine).mistake is None
    assert toy.judge(toy_record(broken), mistake("returns_nothing")).mistake == "returns_nothing"


def test_an_error_fails_the_check_with_the_line_it_came_from(toy, toy_record, toy_run):
    broken = toy_run(error=Error("NameError", "name 'x' is not defined", where=AT_9))
    verdict = toy.judge(toy_record(broken))
    failed = check(verdict, "test_sum_is_returned")
    assert failed.message == (
        "Your code raised NameError: name 'x' is not defined (add_slowly.py:9)."
    )
    assert failed.where == AT_9


def test_the_stub_is_not_started_and_shows_no_mistake(toy, toy_record, toy_run, stub):
    run = toy_run(calls=(), error=Error("NotImplementedError", "", where=AT_9), makespan=0.0)
    verdict = toy.judge(toy_record(run), stub)
    assert (verdict.not_started, verdict.mistake, verdict.points) == (True, None, 0)
    assert verdict.message == "Not started yet: `add` still raises NotImplementedError."
    assert check(verdict, "test_sum_is_returned").message == (
        "Not started yet: NotImplementedError is raised at add_slowly.py:9."
    )


def test_comments_and_layout_do_not_make_a_stub_started(toy, toy_record, toy_run, stub):
    run = toy_run(error=Error("NotImplementedError", ""))
    assert toy.judge(toy_record(run), stub + b"\n\n# I was here\n").not_started


def test_a_submission_without_runs_is_an_error_with_the_workers_sentence(toy, toy_record):
    trouble = Trouble("syntax", "The file does not compile: '(' was never closed (line 3).")
    verdict = toy.judge(toy_record(trouble=trouble, output="hello\n"), b"(")
    assert (verdict.status, verdict.points, verdict.max_points) == ("error", 0, 3)
    assert verdict.message == trouble.message
    assert set(statuses(verdict).values()) == {"skip"}
    assert verdict.output == "hello\n"


def test_a_record_without_anything_still_says_so(toy, toy_record):
    verdict = toy.judge(toy_record())
    assert verdict.status == "error"
    assert verdict.message == "Nothing was recorded of your code. Run it again."


def test_a_coroutine_object_as_value_is_told_as_the_cause(toy, toy_record, toy_run):
    given = {"thing": ["coroutine object", "sleep"]}
    call = Call("add", (), {}, 0.0, 0.0, 0.0, "returned", given, of="submission")
    run = toy_run(value=given, calls=(call,))
    failed = check(toy.judge(toy_record(run)), "test_sum_is_returned")
    assert failed.because == (
        "`add` returned the coroutine object `sleep(...)`, and nobody awaited it"
    )


def test_every_seed_is_judged_and_the_failing_one_is_named(toy, toy_record, toy_run):
    runs = (toy_run(seed=0), toy_run(seed=3), toy_run(seed=5, wrong=1), toy_run(seed=7, wrong=2))
    verdict = toy.judge(toy_record(*runs))
    assert check(verdict, "test_sum_is_returned").schedule == 5
    assert check(verdict, "test_both_are_asked_at_once").status == "pass"


def test_a_free_check_judges_the_runs_of_every_seed(toy, toy_record, toy_run):
    left = Leftover("task", "Task-3", where=AT_9)
    verdict = toy.judge(toy_record(toy_run(), toy_run(seed=1, leftovers=(left,))))
    assert check(verdict, "test_free_nothing_left_running").message == (
        "The task `Task-3` started at add_slowly.py:9 was still running after you returned."
    )


def test_judged_a_hundred_times_the_verdict_is_the_same(toy, toy_record, toy_run, mistake):
    records = [
        toy_record(toy_run(right=(1.0, 3.0), notes=(Note("tick", 1.0),))),
        toy_record(toy_run()),
        toy_record(trouble=Trouble("empty", "The file is empty.")),
    ]
    first = [toy.judge(record, mistake("wrong_sum")) for record in records]
    for _ in range(100):
        assert [toy.judge(record, mistake("wrong_sum")) for record in records] == first


def test_a_suite_is_imported_once(open_judge):
    judge = open_judge("once", "toys/counted")
    record = {"kata": "toys/counted", "source": "", "record": {"kata": "toys/counted"}}
    record["record"]["runs"] = [{"scenario": "nothing"}]
    answers = [json.loads(judge.ask(json.dumps(record).encode())) for _ in range(3)]
    said = [answer["checks"][0]["message"] for answer in answers]
    assert said == ["imported once, judged 1", "imported once, judged 2", "imported once, judged 3"]


def test_a_judgement_that_does_not_fit_is_answered_and_the_next_one_judged(
    toy, toy_record, toy_run
):
    for line in (b"not json", b"{}", b'{"kata": 5}', b"[]", b"\xff\xfe", b""):
        said = json.loads(toy.ask(line))
        assert said["broken"].startswith("The judge cannot read what it was sent: "), line
    assert toy.judge(toy_record(toy_run())).status == "pass"


def test_data_too_deep_to_read_is_answered_and_the_next_one_judged(toy, toy_record, toy_run):
    deep = b"[" * 50_000 + b"]" * 50_000
    record = to_json(toy_record(toy_run(value="D"))).replace(b'"D"', deep)
    for line in (
        b'{"kata":"toys/add_slowly","source":"","record":%b}' % record,
        b'{"kata":"toys/add_slowly","source":"","unknown":%b}' % deep,
    ):
        assert "broken" in json.loads(toy.ask(line))
        assert toy.judge(toy_record(toy_run())).status == "pass"


def test_a_kata_without_a_suite_here_is_answered_and_the_next_one_judged(toy, toy_record, toy_run):
    line = to_json({"kata": "toys/other", "source": "", "record": {"kata": "toys/other"}})
    assert "toys/other" in json.loads(toy.ask(line))["broken"]
    line = to_json({"kata": "toys/add_slowly", "source": "", "record": Record("toys/other")})
    assert "toys/other" in json.loads(toy.ask(line))["broken"]
    assert toy.judge(toy_record(toy_run())).status == "pass"


def test_checks_that_break_are_told_as_the_courses_fault(open_judge):
    judge = open_judge("breaking", "toys/broken_checks")
    run = '{"scenario": "nothing", "makespan": 1.0}'
    line = '{"kata": "K", "source": "", "record": {"kata": "K", "runs": [RUN]}}'
    answer = judge.ask(line.replace("K", "toys/broken_checks").replace("RUN", run).encode())
    checks = {check["name"]: check for check in json.loads(answer)["checks"]}
    said = {name: check["message"] for name, check in checks.items() if check["status"] == "error"}
    shape = "The course's check `{}` is broken ({}). This is not your mistake."
    assert said == {
        name: shape.format(name, reason)
        for name, reason in {
            "test_raises": "KeyError: 'b'",
            "test_unknown_scenario": "it asks for 'anything', which is no scenario of its suite",
            "test_is_async": "TypeError: a check is a plain function that returns nothing",
            "test_exits": "SystemExit: 3",
        }.items()
    }
    assert checks["test_bare_assert"]["message"] == "A bare assert says its sentence."
    assert checks["test_asks_for_what_never_happened"]["message"] == (
        "The call of `fetch` never happened."
    )
    assert checks["test_skips"]["status"] == "skip"
    assert "test_free_nothing_left_running" not in checks  # the suite lifts it


def test_a_broken_course_is_told_in_the_first_line(open_judge):
    expected = {
        "does_not_import": "tests/suites/01_toys/test_does_not_import.py cannot be collected"
        " (ModuleNotFoundError: No module named 'no_such_module').",
        "wrong_free_name": "tests/suites/01_toys/test_wrong_free_name.py: FREE names no free check"
        " 'loop_blocked'. Is it loop_never_blocked?",
        "no_checks": "tests/suites/01_toys/test_no_checks.py has no check.",
        "no_suite": "toys/no_suite has no suite: tests/suites/01_toys/test_no_suite.py is missing.",
        "nowhere": "There is no kata 'toys/nowhere' in this course.",
    }
    for kata, sentence in expected.items():
        judge = open_judge("broken", f"toys/{kata}")
        assert judge.first == {"broken": sentence}
        assert judge.close() == (3, b"")


def test_a_suite_that_does_not_parse_is_told_with_its_line(open_judge, tmp_path):
    course = shutil.copytree(COURSES / "toy", tmp_path / "toy")
    suite = course / "tests/suites/01_toys/test_add_slowly.py"
    suite.write_text("CHECKS = (\n")
    assert open_judge(course, "toys/add_slowly").first == {
        "broken": "tests/suites/01_toys/test_add_slowly.py:1 cannot be collected"
        " (SyntaxError: '(' was never closed)."
    }
