"""What an exception of Python's most likely means to somebody who learns asyncio."""

from __future__ import annotations

from grader.judge.slips import SLIPS, slip_meaning
from grader.judge.wording import at
from grader.run import Error

_CALLED = "the function is called as its stub declares it"

# What Python says about typical slips, and what it means: by type and a piece of the message.
_MEANINGS = (
    (
        "TypeError",
        "used in 'await' expression",
        "only coroutine objects, Tasks, Futures and objects with `__await__` can be awaited",
    ),
    (
        "TypeError",
        "'async for'",
        "`async for` needs an async iterator: an `async def` with `yield`, or `__aiter__`",
    ),
    (
        "TypeError",
        "not an async iterator",
        "an async generator is an `async def` with `yield`",
    ),
    (
        "TypeError",
        "not support the context manager protocol",  # newer Pythons name the asynchronous one, too
        "what may have to wait, as a lock or a semaphore, is entered with `async with`",
    ),
    (
        "TypeError",
        "asynchronous context manager",
        "`async with` needs `__aenter__` and `__aexit__`",
    ),
    (
        "TypeError",
        "Passing coroutines is forbidden",
        "asyncio.wait takes tasks, not coroutine objects",
    ),
    (
        "TypeError",
        "unhashable type: 'list'",
        "a list is no key and no member of a set; gather takes many with a star",
    ),
    (
        "TypeError",
        "__aexit__() takes",
        "Python calls it with the type of the error, the error and its traceback",
    ),
    ("TypeError", "positional argument", _CALLED),
    ("TypeError", "unexpected keyword argument", _CALLED),
    (
        "TypeError",
        "not 'coroutine'",
        "calling an `async def` gives a coroutine object; its value comes when it is awaited",
    ),
    (
        "TypeError",
        "Future'",
        "a Future stands for a value to come, which is there once it is awaited",
    ),
    (
        "TypeError",
        "object is not callable",
        "what stands before the brackets is no function: perhaps it was called one time too many",
    ),
    (
        "RuntimeError",
        "cannot reuse already awaited coroutine",
        "a coroutine object runs once; keep its result, or a Task, where several need it",
    ),
    (
        "RuntimeError",
        "coroutine is being awaited already",
        "a coroutine object has room for one who awaits it; a Task can be awaited by several",
    ),
    ("ValueError", "Tasks/Futures is empty", "asyncio.wait refuses to wait for nothing"),
    (
        "RuntimeError",
        "no running event loop",
        "this ran where no loop is, in a thread say: asyncio's calls belong in the loop's thread",
    ),
    ("RuntimeError", "running event loop", "you are already inside a loop: await instead"),
    (
        "RuntimeError",
        "while another loop is running",
        "you are already inside a loop: await instead",
    ),
    (
        "RuntimeError",
        "event loop is already running",
        "you are already inside a loop: await instead",
    ),
    (
        "RuntimeError",
        "different event loop",
        "it was made in one loop and used in another: each loop needs one of its own",
    ),
    (
        "RuntimeError",
        "raised StopIteration",
        "StopIteration cannot leave a coroutine or a generator",
    ),
    (
        "RuntimeError",
        "ignored GeneratorExit",
        "after it is closed, a generator must not yield again",
    ),
    ("InvalidStateError", "not set", "a result is there once the task is done: await it"),
    ("InvalidStateError", "not done", "a result is there once the task is done: await it"),
    ("InvalidStateError", "invalid state", "a Future takes one result, once"),
)


def is_slip(error: Error) -> bool:
    """Return whether an error is a slip of the pen: a name that is not there."""
    return error.mark is None and error.type in SLIPS


def meaning_of(error: Error) -> str:
    """Return what an error that Python raised most likely means, or ""."""
    if is_slip(error):
        return slip_meaning(error)
    for kind, piece, meaning in _MEANINGS:
        if error.type == kind and piece in error.message:
            own = meaning is _CALLED and at(error.where)  # a call of the submission's, not of it
            return "the call does not give the arguments that are asked for" if own else meaning
    return next((meaning_of(member) for member in error.inner if meaning_of(member)), "")
