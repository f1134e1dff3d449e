from __future__ import annotations

from grader.report.advice import Advice
from grader.report.paper import Paper
from grader.report.updated import News, updated_page

MAKE = Advice(make=True)
OLD = "0123456789abcdef0123456789abcdef01234567"


def test_what_is_new_is_told_kata_by_kata(starred, golden) -> None:
    walk, leap, run, fly = starred.katas
    news = News(
        3,
        OLD,
        new=[fly],
        gone=[leap],
        stubs=[walk],
        tasks=[walk, run],
        moved=[run],
        programs=[run],
        begun={walk.id, leap.id},
        examples={run.id},
    )
    golden("updated", updated_page(news, Paper(), MAKE))


def test_where_no_kata_changed_it_says_so(three) -> None:
    page = updated_page(News(1, OLD), Paper(), MAKE)
    assert page == (
        "The course is updated by 1 change.\n"
        "No kata is new, and no task or stub of yours has changed.\n"
        "next      make check\n"
    )


def test_a_command_to_copy_is_not_folded(starred) -> None:
    page = updated_page(News(1, OLD, stubs=starred.katas[:1]), Paper(width=40), MAKE)
    assert any(row.strip().startswith("git diff 01234567 HEAD -- :/") for row in page.splitlines())
    assert all(len(row) <= 40 for row in page.splitlines() if "git diff" not in row)
