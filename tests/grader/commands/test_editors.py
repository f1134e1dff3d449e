from __future__ import annotations

import pytest

from grader.commands.editors import opening


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        (["vi"], ["vi", "+7", "a.py"]),
        (["/usr/bin/nvim", "-R"], ["/usr/bin/nvim", "-R", "+7", "a.py"]),
        (["nano"], ["nano", "+7", "a.py"]),
        (["emacs", "-nw"], ["emacs", "-nw", "+7", "a.py"]),
        (["micro"], ["micro", "+7", "a.py"]),
        (["kak"], ["kak", "+7", "a.py"]),
        (["hx"], ["hx", "a.py:7"]),
        (["code", "--wait"], ["code", "--wait", "-g", "a.py:7"]),
        (["Code.exe"], ["Code.exe", "-g", "a.py:7"]),
        (["ed"], ["ed", "a.py"]),
    ],
)
def test_a_known_editor_is_told_the_line(editor: list[str], command: list[str]) -> None:
    assert opening(editor, "a.py", 7) == command


def test_where_nothing_is_left_to_write_no_line_is_told() -> None:
    assert opening(["vim"], "a.py", None) == ["vim", "a.py"]
