from __future__ import annotations

from grader.marks import Outcome
from grader.progress import Progress


def solve(katas, *numbers: int) -> None:
    solved = [katas.course.katas[number] for number in numbers]
    Progress(katas.course.root).record(Outcome(kata.id, "pass", kata.points) for kata in solved)


def test_the_list_names_every_kata(katas) -> None:
    solve(katas, 0)
    result = katas("list")
    assert result.code == 0
    assert all(kata.slug in result.out for kata in katas.course.katas)
    assert "1/3 solved" in result.out


def test_hints_climb(katas) -> None:
    pages = [katas("hint", "greet").out for _ in range(4)]
    assert [page[:11] for page in pages] == [
        "Hint 1 of 3",
        "Hint 2 of 3",
        "Hint 3 of 3",
        "Hint 1 of 3",
    ]
    assert "no more hints" in pages[3]


def test_a_hint_without_a_name_is_for_the_next_unsolved(katas) -> None:
    solve(katas, 0)
    assert "for first/twice" in katas("hint").out


def test_when_all_is_solved_a_hint_needs_a_name(katas) -> None:
    solve(katas, 0, 1, 2)
    assert katas("hint").out.startswith("Every kata is solved.")
    assert katas("show").out.startswith("Every kata is solved.")
    assert "Hint 1 of 3" in katas("hint", "greet").out


def test_the_task_is_shown(katas) -> None:
    assert katas("show", "0102").out.startswith("Twice\n")
    assert katas("show").out.startswith("Greet\n")


def test_none_of_them_judges(katas) -> None:
    for command in ("list", "show", "hint"):
        katas(command)
    assert katas.runner.asked == []


def test_a_wrong_name_is_wrong_use(katas) -> None:
    assert katas("show", "nothing").code == katas("hint", "nothing").code == 2


def test_a_hint_is_given_even_where_it_cannot_be_remembered(katas) -> None:
    (katas.course.root / ".katas").touch()
    result = katas("hint")
    assert result.code == 0
    assert "Hint 1 of 3" in result.out
    assert result.err.startswith("note: progress is not kept")


def test_a_task_that_is_not_there_is_named_with_the_way_back(katas) -> None:
    kata = katas.course.katas[0]
    (kata.root / kata.readme).unlink()
    result = katas("show", kata.slug)
    assert result.code == 3
    assert result.err == (
        f"{kata.readme}: the course's own file cannot be read (No such file or directory)."
        f" `git checkout -- '{kata.readme}'` brings it back.\n"
    )
