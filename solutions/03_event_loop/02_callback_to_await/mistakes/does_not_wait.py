"""You look for the answer right after you have registered, before anybody could call.

register returns at once, and the call comes later. That a line stands below register does not mean
that it runs after the call: in between you have to wait.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    answers: list[T] = []
    errors: list[Exception] = []
    register(answers.append, errors.append)
    if errors:
        raise errors[0]
    return answers[0] if answers else None
