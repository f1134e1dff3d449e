from __future__ import annotations

import dataclasses
import json

from grader.catalog import Course
from grader.report.as_json import document
from grader.verdict import CheckResult, Verdict, Where

FAILED = CheckResult(
    "test_law",
    "The law holds.",
    "fail",
    "long text",
    "3 s",
    "4 s",
    "why",
    Where("greet.py", 3, "submission"),
)


def one(three: Course, made, *checks: CheckResult, **fields) -> dict:
    verdict = made.failing(three.katas[0], *checks, **fields)
    return json.loads(document([verdict], {"first/greet": {"test_law": "assert law"}}))["katas"][0]


def test_the_document_holds_the_score_and_every_verdict(three: Course, made) -> None:
    first, second, third = three.katas
    whole = json.loads(document([made.solved(first), made.untouched(second), made.solved(third)]))
    assert [kata["kata"] for kata in whole.pop("katas")] == [
        "first/greet",
        "first/twice",
        "limits/limit_three",
    ]
    assert whole == {
        "version": 1,
        "score": 70.0,
        "points": 7.0,
        "max_points": 10.0,
        "stretch": {"solved": 0, "katas": 0, "points": 0, "max_points": 0},
    }


def test_a_verdict_holds_every_field_of_ours(three: Course, made) -> None:
    verdict = one(three, made, FAILED, mistake="m", explanation="e")
    assert {field.name for field in dataclasses.fields(Verdict)} <= set(verdict)
    assert {field.name for field in dataclasses.fields(CheckResult)} <= set(verdict["checks"][0])
    assert verdict["checks"][0]["where"] == {"path": "greet.py", "line": 3, "owner": "submission"}


def test_a_verdict_is_a_result_of_exercisms_version_three(three: Course, made) -> None:
    verdict = one(three, made, FAILED, output="seen")
    assert (verdict["version"], verdict["status"], verdict["message"]) == (3, "fail", None)
    assert verdict["tests"] == [
        {
            "name": "The law holds.",
            "status": "fail",
            "message": "expected: 3 s\ngot: 4 s\nbecause: why\nwhere: greet.py:3",
            "output": "seen",
            "test_code": "assert law",
            "task_id": None,
        }
    ]


def test_a_check_that_was_not_judged_has_not_passed(three: Course, made) -> None:
    skipped = CheckResult("test_free_x", "Free.", "skip")
    assert one(three, made, FAILED, skipped)["tests"][1]["status"] == "fail"


def test_the_output_of_a_test_is_short_and_that_of_the_verdict_whole(three: Course, made) -> None:
    verdict = one(three, made, FAILED, output="x" * 2000)
    assert len(verdict["tests"][0]["output"]) == 500
    assert len(verdict["output"]) == 2000


def test_equal_verdicts_give_equal_bytes_in_ascii(three: Course, made) -> None:
    verdict = made.failing(three.katas[0], FAILED, output="等 \x1b \u2028")
    assert document([verdict]) == document([verdict])
    assert document([verdict]).isascii()
