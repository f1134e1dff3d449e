"""Plain pytest on suites, as their authors use it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COURSES = Path(__file__).parents[1] / "courses"
TOY = COURSES / "toy"
PLACE = "01_toys/01_add_slowly"


def run_pytest(*arguments, cwd=COURSES):
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "grader.authoring"]
    # No settings of the project's own: a warning about an unknown option would be an error there.
    done = subprocess.run(
        [*command, "-c", "/dev/null", "--rootdir", cwd, "--import-mode=importlib", *arguments],
        cwd=cwd, capture_output=True, text=True, timeout=60,
        env={"PATH": "", "PYTHONPATH": str(COURSES.parents[1]), "COLUMNS": "200"},
    )  # fmt: skip
    return done.stdout + done.stderr


def hand_in(folder, source):
    place = folder / PLACE
    place.mkdir(parents=True)
    (place / "add_slowly.py").write_text(source)
    return folder


def test_pytest_alone_judges_the_reference():
    assert "9 passed" in run_pytest(TOY / "tests/suites")


def test_submission_judges_another_tree():
    said = run_pytest(TOY / "tests/suites", "--submission", TOY / "exercises")
    assert "3 failed, 6 skipped" in said
    assert "Not started yet: NotImplementedError is raised at add_slowly.py:10." in said
    assert "grader/judge" not in said


def test_a_relative_tree_is_taken_from_where_pytest_was_started(tmp_path):
    hand_in(tmp_path / "mine", "async def add(fetch, a, b):\n    return None\n")
    said = run_pytest(TOY / "tests/suites", "--submission", "mine", cwd=tmp_path)
    assert "3 failed" in said


def test_a_tree_that_is_not_there_is_refused(tmp_path):
    said = run_pytest(TOY / "tests/suites", "--submission", "nowhere")
    assert "--submission: there is no folder or file nowhere." in said


def test_a_missing_file_fails_every_check_with_its_sentence(tmp_path):
    said = run_pytest(TOY / "tests/suites", "--submission", tmp_path)
    assert "add_slowly.py is missing." in said
    assert "3 failed, 6 skipped" in said


def test_one_answer_shows_the_learners_words_and_then_pytests_own():
    mistake = TOY / "solutions" / PLACE / "mistakes/one_after_the_other.py"
    said = run_pytest(TOY / "tests/suites", "--submission", mistake)
    words = ("expected  2 s = max(1, 2)", "got       3 s = 1 + 2", "E       assert 3.0 == 2")
    places = [said.index(word) for word in words]
    assert places == sorted(places)
    assert "1 failed, 8 passed" in said


@pytest.mark.parametrize("options", [(), ("--in-process",)])
def test_in_process_runs_the_submission_beside_pytest(tmp_path, options):
    source = (TOY / "solutions" / PLACE / "add_slowly.py").read_text()
    source += "\n\nimport sys\n\nif 'pytest' not in sys.modules:\n    del add\n"
    said = run_pytest(TOY / "tests/suites", "--submission", hand_in(tmp_path, source), *options)
    assert ("9 passed" in said) is bool(options)


def test_files_outside_tests_suites_stay_ordinary_tests(tmp_path):
    (tmp_path / "test_plain.py").write_text("def test_plain():\n    pass\n")
    said = run_pytest(tmp_path, "--collect-only", "-q", cwd=tmp_path)
    assert "1 test collected" in said


def test_the_rest_of_the_grader_is_not_imported_without_a_suite(tmp_path):
    source = "import sys\n\n\ndef test_light():\n    assert 'grader.judge' not in sys.modules\n"
    (tmp_path / "test_light.py").write_text(source)
    assert "1 passed" in run_pytest(tmp_path, cwd=tmp_path)


def test_a_suite_without_a_kata_is_refused_by_name(tmp_path):
    course = shutil.copytree(TOY, tmp_path / "toy")
    (course / "tests/suites/01_toys/test_lonely.py").write_text("def test_a(): ...\n")
    said = run_pytest(course / "tests/suites")
    assert "01_toys/test_lonely.py belongs to no kata in exercises/." in said
