"""How a command asks somebody at a terminal."""

import io
from pathlib import Path

from grader.commands.outside import Outside


class Keyboard(io.TextIOWrapper):
    """A terminal's stdin, as Python opens it in most languages' settings."""

    def __init__(self, typed: bytes) -> None:
        super().__init__(io.BytesIO(typed), encoding="utf-8", errors="strict")

    def isatty(self) -> bool:
        return True


def test_what_is_no_text_is_an_answer_too(made):
    screen = made.stream(terminal=True)
    outside = Outside(screen, screen, {}, Path(), None, stdin=Keyboard(b"\xff\xfey\nyes\n"))
    assert outside.asked("Really? ") == "\ufffd\ufffdy\n"
    assert outside.asked("Really? ") == "yes\n"
