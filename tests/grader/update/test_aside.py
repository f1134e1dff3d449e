from __future__ import annotations

from pathlib import Path

import pytest

from grader.update.aside import ASIDE, Aside


@pytest.fixture
def aside(tmp_path: Path) -> Aside:
    for name in ("a/one.py", "b/two.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(f"mine {name}")
    return Aside(tmp_path)


def test_files_come_back_over_whatever_stands_there(aside: Aside) -> None:
    aside.take(["a/one.py", "b/two.py"])
    assert not (aside.root / "a/one.py").exists()
    (aside.root / "a/one.py").write_text("theirs")
    aside.put_back()
    assert (aside.root / "a/one.py").read_text() == "mine a/one.py"
    assert (aside.root / "b/two.py").read_text() == "mine b/two.py"
    assert not (aside.root / ASIDE).exists()


def test_a_file_that_was_not_there_is_not_there_afterwards(aside: Aside) -> None:
    aside.take(["a/none.py"])
    (aside.root / "a/none.py").write_text("theirs")
    aside.put_back()
    assert not (aside.root / "a/none.py").exists()


def test_files_may_have_other_places_or_none(aside: Aside) -> None:
    aside.take(["a/one.py", "b/two.py"])
    aside.put_back({"a/one.py": "c/d/one.py", "b/two.py": None})
    assert (aside.root / "c/d/one.py").read_text() == "mine a/one.py"
    assert not (aside.root / "a/one.py").exists()
    assert not (aside.root / "b/two.py").exists()
    assert not (aside.root / ASIDE).exists()
