"""Files that belong to nothing."""

from __future__ import annotations

import pytest

from grader.verify.files import strays


def test_a_sound_course_has_no_strays(garden):
    garden.plant("nap")
    garden.plant("siesta")
    assert strays(garden.course) == {}


def test_programs_to_predict_belong_to_the_course(garden):
    garden.plant("nap")
    folder = garden.root / "exercises" / "01_rest" / "predict"
    folder.mkdir()
    for name in ("doze.py", "doze.toml", "alone.toml"):
        (folder / name).write_text("")
    assert [path.name for path in strays(garden.course)] == ["alone.toml"]


def test_the_settings_of_the_linter_belong_to_the_course(garden):
    garden.plant("nap")
    for path in ("exercises", "solutions", "exercises/01_rest"):
        (garden.root / path / ".ruff.toml").write_text("")
    assert [str(path) for path in strays(garden.course)] == ["exercises/01_rest/.ruff.toml"]


@pytest.mark.parametrize(
    "path",
    [
        "exercises/01_rest/01_siesta/notes.txt",
        "exercises/01_rest/01_siesta/helper.py",
        "solutions/01_rest/01_siesta/mistakes/README.md",
        "solutions/01_rest/01_siesta/siesta.py.orig",
        "tests/suites/01_rest/test_siesta.py.swp",
    ],
)
def test_a_stray_file_is_told_at_the_kata_where_it_lies(garden, path):
    garden.plant("nap")
    kata = garden.plant("siesta")
    (garden.root / path).write_text("What am I doing here?")
    assert {str(stray): near for stray, near in strays(garden.course).items()} == {path: kata}


@pytest.mark.parametrize("path", ["exercises/todo.md", "solutions/09_more/01_work/work.py"])
def test_a_stray_file_far_from_every_kata_is_told_all_the_same(garden, path):
    garden.plant("nap")
    (garden.root / path).parent.mkdir(parents=True, exist_ok=True)
    (garden.root / path).write_text("What am I doing here?")
    assert [str(stray) for stray in strays(garden.course)] == [path]


def test_what_python_leaves_behind_is_ignored(garden):
    kata = garden.plant("nap")
    cache = garden.root / kata.stub.parent / "__pycache__"
    cache.mkdir()
    (cache / "nap.cpython-311.pyc").write_bytes(b"")
    assert strays(garden.course) == {}
