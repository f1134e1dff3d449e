"""`predict` shows a program, takes an answer, and shows what happened beside it."""

from __future__ import annotations

import json

import pytest

PROGRAM = """
import asyncio

async def say(word, seconds):
    await asyncio.sleep(seconds)
    print(word)

async def main():
    await asyncio.gather(say("slow", 2), say("quick", 0.5))
    print("all")

if __name__ == "__main__":
    asyncio.run(main())
"""

STUCK = """
import asyncio
print("begins")
print("waits")
asyncio.run(asyncio.Event().wait())
"""


@pytest.fixture
def root(three):
    """A course with a program to predict in each of its chapters."""
    for path, source in (("01_first/predict/race", PROGRAM), ("02_limits/predict/stuck", STUCK)):
        file = three.root / "exercises" / f"{path}.py"
        file.parent.mkdir()
        file.write_text(source.lstrip())
        title = file.stem.capitalize()
        text = f'title = "{title}"\nabout = "About."\nafter = "After {title}."\n'
        file.with_suffix(".toml").write_text(text)
    return three.root


def kept(root):
    return json.loads((root / ".katas" / "progress.json").read_text())["predictions"]


def test_in_a_pipe_it_shows_the_program_and_how_to_answer(katas, root):
    result = katas("predict")
    assert (result.code, result.err) == (0, "")
    assert "   1  import asyncio\n" in result.out
    assert "  A  all\n  B  quick\n  C  slow\n" in result.out
    assert "katas predict race --finishes 2.5 --order BAC" in result.out
    assert "0.50 s" not in result.out and "After" not in result.out
    assert not (root / ".katas").exists()


def test_an_answer_stands_beside_what_happened(katas, root):
    result = katas("predict", "race", "--finishes", "3", "--order", "BCA")
    assert (result.code, result.err) == (0, "")
    rows = [" ".join(row.split()) for row in result.out.splitlines()]
    assert "✓ B quick 0.50 s quick" in rows
    assert "✓ A all 2.00 s all" in rows
    assert "✗ ends after 3 s ends after 2 s" in rows
    assert "After Race." in rows
    assert "1 of 2 points: one for the time, one for the order." in rows
    assert any(row.startswith("say('quick') ├") for row in rows)
    entry = kept(root)["first/race"]
    assert (entry["time"], entry["order"]) == (False, True)


def test_the_first_answer_counts_and_later_ones_are_practice(katas, root):
    katas("predict", "race", "--finishes", "2")
    before = kept(root)
    out = " ".join(katas("predict", "race", "--finishes", "2", "--order", "BCA").out.split())
    assert "2 of 2, for practice: your first answer counts, and it got 1 of 2 points." in out
    assert kept(root) == before


def test_without_a_name_the_next_one_comes_and_then_none(katas, root):
    katas("predict", "--finishes", "2", "--order", "BCA")
    assert "Stuck" in katas("predict", "--finishes", "never").out
    assert "predictions 3/4 points, 2 of 2 programs." in katas("predict").out
    assert "Race" in katas("predict", "1").out


def test_a_program_that_never_ends_is_told_as_everywhere(katas, root):
    out = katas("predict", "limits", "--finishes", "never", "--order", "AB").out
    rows = [" ".join(row.split()) for row in out.splitlines()]
    assert "✓ never ends never ends" in rows
    assert "Deadlock: every task waits" in out
    assert "2 of 2 points: one for the time, one for the order." in rows


def test_a_list_tells_what_was_scored(katas, root):
    katas("predict", "race", "--finishes", "2", "--order", "CBA")
    rows = [" ".join(row.split()) for row in katas("predict", "--list").out.splitlines()]
    assert "1/2 race Race" in rows and "- stuck Stuck" in rows
    assert "predictions 1/4 points, 1 of 2 programs" in rows


def test_progress_shows_the_predictions_in_a_line(katas, root):
    katas("predict", "race", "--finishes", "2", "--order", "CBA")
    assert "predictions 1/4 points, 1 of 2 programs\n" in katas("progress").out


def test_a_course_without_programs_says_so(katas):
    result = katas("predict")
    assert (result.code, result.err) == (2, "This course has no programs to predict.\n")
    assert "predictions" not in katas("progress").out


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("nothing",), "There is no program and no chapter 'nothing' to predict."),
        (("race", "--finishes", "soon"), "--finishes: 'soon' is no number of seconds."),
        (("race", "--order", "AA"), "--order: Type each of A to C once, like BAC."),
    ],
)
def test_wrong_use_is_one_line(katas, root, argv, told):
    result = katas("predict", *argv)
    assert result.code == 2
    assert result.err.startswith(told) and result.err.count("\n") == 1


def test_a_program_of_the_course_that_does_not_load_is_the_courses_fault(katas, root):
    (root / "exercises" / "01_first" / "predict" / "race.py").write_text("print(")
    result = katas("predict", "race")
    assert result.code == 3 and "race.py" in result.err


# At a terminal


def test_at_a_terminal_it_asks_after_the_program_is_shown(katas, root):
    result = katas("predict", terminal=True, environ={"NO_COLOR": "1"}, stdin="2\nB C A\n")
    assert result.out.index("  C  slow") < result.out.index("you predicted")
    assert "2 of 2 points" in result.out
    assert result.err.startswith("When does it finish")


def test_what_cannot_be_read_is_asked_again(katas, root):
    result = katas("predict", terminal=True, stdin="soon\n2\nBA\nBCA\n")
    assert "'soon' is no number of seconds." in result.err
    assert "Type each of A to C once, like BAC." in result.err
    assert kept(root)["first/race"]["order"] is True


def test_after_a_few_tries_it_goes_on_without(katas, root):
    result = katas("predict", terminal=True, stdin="x\n" * 4 + "BCA\n")
    assert result.err.count("When does it finish") == 4
    assert "On without this one." in result.err
    assert "1 of 2 points" in result.out


def test_an_empty_line_skips_a_question(katas, root):
    assert "0 of 2 points" in katas("predict", terminal=True, stdin="\n\n").out


def test_the_end_of_input_answers_nothing_and_is_no_answer(katas, root):
    result = katas("predict", terminal=True, stdin="2\n")
    assert result.code == 0 and "what happened" not in result.out
    assert "Nothing is remembered" in result.err
    assert not (root / ".katas").exists()


def test_in_ascii_and_in_few_columns_it_fits(katas, root):
    argv = ("predict", "race", "--finishes", "2", "--order", "CBA")
    out = katas(*argv, encoding="ascii", environ={"COLUMNS": "40"}).out
    assert out.isascii()
    assert max(map(len, out.splitlines())) <= 40
