from __future__ import annotations

from pathlib import Path

import pytest

from grader.commands.bounds import Need, needs, within


@pytest.mark.parametrize(
    ("version", "bounds", "met"),
    [
        ("1.2.3", "", True),
        ("1.2.3", ">=1.2,<2", True),
        ("2.0", ">=1.2,<2", False),
        ("1.10", ">=1.9", True),
        ("1.2", "==1.2.0", True),
        ("3.15.0rc1", "<3.15", False),
        ("0.7.9", ">=0.7.9,<0.8", True),
        ("0.7.9.post1", ">0.7.8", True),
    ],
)
def test_versions_are_compared_by_number(version: str, bounds: str, met: bool) -> None:
    assert within(version, bounds) is met


def test_needs_are_read_from_the_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\ndependencies = ["pytest>=1", "no-such-package>=2,<3", "rich[jupyter]>=14; x"]\n'
    )
    first, second, third = needs(tmp_path)
    assert (first.name, first.bounds, first.met) == ("pytest", ">=1", True)
    assert second == Need("no-such-package", ">=2,<3", "")
    assert not second.met
    assert (third.name, third.met) == ("rich", True)


@pytest.mark.parametrize("text", ["[", "project = 3", "[project]\ndependencies = 3"])
def test_a_project_file_that_says_nothing_is_no_trouble(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert all(isinstance(need, Need) for need in needs(tmp_path))
