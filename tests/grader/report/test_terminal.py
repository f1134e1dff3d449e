from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from grader.catalog import Course
from grader.report.advice import Advice
from grader.report.judged import Judged, Session
from grader.report.paper import Paper
from grader.report.terminal import everything, in_detail, overview, progress_bar
from grader.run import Where
from grader.verdict import LEFT_BEHIND, Bar, CheckResult, Verdict

MAKE = Advice(make=True)
TASK = "Complete `greet` in `greet.py`: wait without blocking anybody else, then answer."
EXPLANATION = (
    "The whole batch waits for its slowest fetch.\n\n"
    "Cutting the keys into groups never breaks the\n"
    "limit, but places stay empty while the long fetch of a group goes on."
)


@pytest.fixture
def fails(three: Course, made, judged, batches) -> Session:
    first, second, third = three.katas
    verdict = made.failing(
        third, *batches, mistake="batches", explanation=EXPLANATION, output="here\nand there\n"
    )
    katas = [judged(first, made.solved(first)), judged(second, made.solved(second))]
    return Session([*katas, judged(third, verdict)], MAKE)


def fits(screen: str, paper: Paper) -> bool:
    lines = screen.splitlines()
    return len(lines) <= paper.height and all(cell_len(line) <= paper.width for line in lines)


def test_a_fresh_start_names_the_first_kata(three: Course, made, judged, golden) -> None:
    katas = [judged(kata, made.untouched(kata), TASK) for kata in three.katas]
    golden("fresh", overview(Session(katas, MAKE), Paper()))


def test_one_failing_kata_is_shown_with_its_timeline(fails: Session, golden) -> None:
    golden("failing", overview(fails, Paper()))


def test_in_ascii_nothing_else_is_used(fails: Session, golden) -> None:
    screen = overview(fails, Paper(encoding="ascii"))
    assert screen.isascii()
    golden("ascii", screen)


def test_forty_columns_are_enough(fails: Session, golden) -> None:
    paper = Paper(width=40)
    screen = overview(fails, paper)
    assert all(len(line) <= 40 for line in screen.splitlines())
    golden("narrow", screen)


def test_a_syntax_error_is_told_with_the_file(three: Course, made, judged, golden) -> None:
    kata = three.katas[0]
    message = "greet.py:3: '(' was never closed. Python cannot read the file."
    verdict = Verdict(kata.id, "error", 0, kata.points, (), message)
    golden("syntax", overview(Session([judged(kata, verdict)], MAKE), Paper()))


def test_all_solved_says_what_to_do(three: Course, made, judged, golden) -> None:
    katas = [judged(kata, made.solved(kata)) for kata in three.katas]
    golden("solved", overview(Session(katas, MAKE, news=katas[2:], solutions=True), Paper()))


def test_one_kata_in_full_shows_every_check(fails: Session, golden) -> None:
    golden("detail", in_detail(replace(fails, judged=fails.judged[2:]), Paper()))


def test_everything_shows_each_kata_in_a_line(fails: Session, golden) -> None:
    golden("everything", everything(fails, Paper()))


def test_a_kata_just_solved_is_news(three: Course, made, judged) -> None:
    first, second, _ = (judged(kata, made.solved(kata)) for kata in three.katas)
    second = judged(three.katas[1], made.untouched(three.katas[1]))
    screen = overview(Session([first, second], MAKE, news=[first]), Paper())
    assert "Solved: Greet." in screen
    assert first.kata.after in screen


def overfull(kata, made) -> Verdict:
    """A verdict with more of everything than a screen holds."""
    long = "word " * 60
    bars = tuple(Bar(f"fetch({n})", float(n), n + 1.0) for n in range(40))
    checks = tuple(
        CheckResult(f"test_{n}", f"Law {n} holds, says {long}", "fail", timeline=bars, because=long)
        for n in range(30)
    )
    return made.failing(kata, *checks, explanation=long * 5, output="line\n" * 500)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_reason_is_never_cut(width: int, three: Course, made, judged) -> None:
    verdict = overfull(three.katas[0], made)
    screen = overview(Session([judged(three.katas[0], verdict)], MAKE), Paper(width=width))
    assert " ".join(screen.split()).count("word") >= 120
    assert "make check" in screen


def test_a_message_without_a_pair_is_shown_with_its_reason(three: Course, made, judged) -> None:
    check = CheckResult("test_0", "Law", "fail", "A task was left.", because="known as RUF006")
    screen = overview(
        Session([judged(three.katas[0], made.failing(three.katas[0], check))]), Paper()
    )
    assert "\n      A task was left.\n      because   known as RUF006\n" in screen


def test_what_all_happens_at_one_moment_is_not_drawn(three: Course, made, judged) -> None:
    check = CheckResult("test_0", "Law", "fail", "m", timeline=(Bar("a", 0, 0), Bar("b", 0, 0)))
    screen = overview(
        Session([judged(three.katas[0], made.failing(three.katas[0], check))]), Paper()
    )
    assert "│" not in screen


def test_what_does_not_fit_is_folded_until_the_screen_fits(three: Course, made, judged) -> None:
    paper = Paper()
    verdict = overfull(three.katas[0], made)
    screen = overview(Session([judged(three.katas[0], verdict)], MAKE), paper)
    assert fits(screen, paper)


@pytest.mark.parametrize("height", [24, 23, 20, 17])
def test_a_usual_failure_fits_every_usual_screen(height: int, fails: Session) -> None:
    paper = Paper(height=height)
    assert fits(overview(fails, paper), paper)


@pytest.mark.parametrize("text", ["[bold]no[/bold]", "[/]", "[link=x]", ":smile:", "\\[red]"])
def test_markup_of_a_learner_is_text(text: str, three: Course, made, judged) -> None:
    kata = three.katas[0]
    check = CheckResult("test_0", text, "fail", text, got=text)
    item = judged(kata, made.failing(kata, check, output=text, explanation=text))
    assert overview(Session([item]), Paper(colour=True)).count(text) == 4


def test_escape_codes_of_a_learner_never_reach_the_terminal(three: Course, made, judged) -> None:
    kata = three.katas[0]
    nasty = "\x1b[2J\x1b]0;owned\x07\r\x08\x9b31m\u202eabc"
    check = CheckResult("test_0", "Law", "fail", got=nasty, timeline=(Bar(nasty, 0, 1, nasty),))
    verdict = made.failing(kata, check, output=nasty, message=nasty)
    item = Judged(kata, verdict, "greet.py")
    for screen in (overview(Session([item]), Paper()), in_detail(Session([item]), Paper())):
        assert not set(nasty[:1] + "\x07\r\x08\x9b\u202e") & set(screen)
        assert "\\x1b[2J" in screen


def test_without_colour_there_is_no_escape_code(fails: Session) -> None:
    assert "\x1b" not in overview(fails, Paper())
    assert "\x1b[" in overview(fails, Paper(colour=True))


def test_wide_characters_count_as_two_columns(three: Course, made, judged) -> None:
    kata, paper = three.katas[0], Paper(width=40)
    check = CheckResult(
        "test_0", "等待" * 30, "fail", because="图片" * 40, timeline=(Bar("下载" * 9, 0, 1),)
    )
    screen = overview(Session([judged(kata, made.failing(kata, check))]), paper)
    assert all(cell_len(line) <= 40 for line in screen.splitlines())


@pytest.mark.parametrize(
    ("done", "of", "bar"),
    [
        (0, 3, "[>.........]"),
        (1, 3, "[###>......]"),
        (3, 3, "[##########]"),
        (0, 0, "[>.........]"),
    ],
)
def test_the_bar_is_full_only_when_all_is_done(done: int, of: int, bar: str) -> None:
    assert progress_bar(done, of, 10) == bar


def test_a_foreign_tree_is_named_and_gets_no_advice(fails: Session) -> None:
    screen = overview(replace(fails, source="of solutions"), Paper())
    assert "of solutions" in screen
    assert "make hint" not in screen


def test_output_without_end_is_not_counted(three: Course, made, judged) -> None:
    kata = three.katas[0]
    item = judged(kata, made.failing(kata, output="again\n" * 5000))
    assert "    … and more\n" in in_detail(Session([item]), Paper())
    item = judged(kata, made.failing(kata, output="again\n" * 50))
    assert "    … 12 more lines\n" in in_detail(Session([item]), Paper())


def test_a_solved_kata_in_full_ends_with_its_note(three: Course, made, judged) -> None:
    kata = three.katas[0]
    screen = in_detail(Session([judged(kata, made.solved(kata))], MAKE), Paper())
    assert f"Law 1 holds\n\n    {kata.after}\n\nnext      make check" in screen


def test_other_katas_that_fail_are_named_in_one_line(fails: Session, three: Course, made) -> None:
    first, second, third = fails.judged
    first = replace(first, verdict=made.untouched(first.kata))
    screen = overview(replace(fails, judged=[first, second, third]), Paper())
    assert "\n  also failing: 0201 limit_three\n" in screen
    second = replace(second, verdict=made.failing(second.kata))
    screen = overview(replace(fails, judged=[first, second, third]), Paper(width=40))
    assert "\n  also failing: 0102 twice and 1 more\n" in screen


def test_what_was_never_awaited_comes_first(three: Course, made, judged) -> None:
    follows = CheckResult("test_0", "Law", "fail", "NoneType", where=Where("greet.py", 11))
    cause = CheckResult(
        "test_free_everything_awaited", "All", "fail", "Never", where=Where("greet.py", 7)
    )
    item = judged(three.katas[0], made.failing(three.katas[0], follows, cause))
    for screen in (overview(Session([item]), Paper()), in_detail(Session([item]), Paper())):
        assert screen.index("Never") < screen.index("Law")
        assert "greet.py:7\n" in screen


def test_what_an_error_left_unawaited_stays_in_its_place(three: Course, made, judged) -> None:
    cause = CheckResult("test_0", "Law", "fail", "NoneType")
    follows = CheckResult(
        "test_free_everything_awaited", "All", "fail", f"{LEFT_BEHIND}a(...)` was not awaited."
    )
    item = judged(three.katas[0], made.failing(three.katas[0], cause, follows))
    assert [check.name for check in item.checks] == ["test_0", "test_free_everything_awaited"]


def test_the_line_to_edit_is_of_the_first_failure_that_has_one(three: Course, made, judged) -> None:
    checks = [
        CheckResult("test_0", "Law 0", "fail", "m"),
        CheckResult("test_1", "Law 1", "fail", "n", where=Where("greet.py", 4)),
    ]
    item = judged(three.katas[0], made.failing(three.katas[0], *checks))
    for screen in (overview(Session([item]), Paper()), in_detail(Session([item]), Paper())):
        assert "greet.py:4\n" in screen.split("edit")[1]


def test_failures_in_the_same_words_are_told_once(three: Course, made, judged) -> None:
    checks = [CheckResult(f"test_{n}", f"Law {n}", "fail", "The same slip.") for n in range(4)]
    item = judged(three.katas[0], made.failing(three.katas[0], *checks))
    screen = in_detail(Session([item]), Paper())
    assert screen.count("The same slip.") == 1
    assert "      the same in 3 more checks:\n  ✗ Law 1\n  ✗ Law 2\n  ✗ Law 3\n" in screen


def test_a_path_breaks_only_behind_a_slash(three: Course, made) -> None:
    kata = three.katas[0]
    item = Judged(kata, made.failing(kata), "exercises/first_chapter/01_greet/greet.py")
    lines = overview(Session([item]), Paper(width=40)).splitlines()
    at = next(n for n, row in enumerate(lines) if row.startswith("edit"))
    assert lines[at : at + 2] == [
        "edit      exercises/first_chapter/",
        "          01_greet/greet.py",
    ]


def test_a_note_that_is_cut_says_where_the_rest_is(three: Course, made, judged) -> None:
    first = judged(three.katas[0], made.failing(three.katas[0]))
    kata = three.katas[1]
    note = 'points = 3\nafter = "' + "word " * 200 + '"\n'
    (three.root / kata.readme).with_name("kata.toml").write_text(note)
    done = judged(kata, made.solved(kata))
    screen = overview(Session([first, done], MAKE, news=[done]), Paper())
    assert "more lines: make check KATA=twice\n" in screen
