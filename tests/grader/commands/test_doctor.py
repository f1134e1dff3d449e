from __future__ import annotations

import pytest

from grader.commands import doctor

PROJECT = '[project]\ndependencies = ["pytest>=1"]\n'


@pytest.fixture
def healthy(katas) -> None:
    (katas.course.root / "pyproject.toml").write_text(PROJECT)


@pytest.mark.usefixtures("healthy")
def test_where_all_is_fine_it_says_so(katas) -> None:
    result = katas("doctor")
    assert (result.code, result.err) == (0, "")
    *lines, _, last = result.out.splitlines()
    assert all(line.startswith(("fine    ", "        ")) for line in lines)
    assert last == "All is fine."
    for word in (
        "Python 3",
        "pytest",
        "3 katas, 10 points",
        "fork",
        ".katas/progress.json",
        "utf-8",
    ):
        assert word in " ".join(result.out.split())


def test_a_missing_package_is_told_with_what_to_do(katas) -> None:
    (katas.course.root / "pyproject.toml").write_text(PROJECT.replace("pytest", "no-such-package"))
    result = katas("doctor")
    assert result.code == 1
    assert "to do   no-such-package is missing (>=1). Install no-such-package>=1" in result.out


@pytest.mark.usefixtures("healthy")
def test_outside_a_course_it_says_where_to_go(katas, tmp_path) -> None:
    result = katas("doctor", folder=tmp_path)
    assert result.code == 1
    assert "Run this inside" in " ".join(result.out.split())


@pytest.mark.usefixtures("healthy")
def test_progress_that_cannot_be_kept_is_found(katas) -> None:
    (katas.course.root / ".katas").touch()
    assert "to do   .katas/progress.json" in katas("doctor").out


@pytest.mark.usefixtures("healthy")
def test_a_kata_without_a_suite_is_found(katas) -> None:
    (katas.course.root / katas.course.katas[0].suite).unlink()
    assert "No suite for first/greet." in " ".join(katas("doctor").out.split())


@pytest.mark.usefixtures("healthy")
def test_an_old_python_is_found(katas, monkeypatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (9, 9))
    assert katas("doctor").out.startswith("to do   Python 3")


@pytest.mark.usefixtures("healthy")
def test_a_terminal_that_cannot_draw_is_named(katas) -> None:
    assert "ascii: pictures are drawn in ASCII" in katas("doctor", encoding="ascii").out
