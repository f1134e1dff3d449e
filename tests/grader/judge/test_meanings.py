"""What Python says about typical slips is put into words."""

import pytest

from grader.judge.meanings import is_slip, meaning_of
from grader.run import Error, Where

AT = Where("limit_three.py", 14)


@pytest.mark.parametrize(
    ("type_", "text", "because"),
    [
        (
            "TypeError",
            "object NoneType can't be used in 'await' expression",
            "only coroutine objects, Tasks, Futures and objects with `__await__` can be awaited",
        ),
        (
            "RuntimeError",
            "asyncio.run() cannot be called from a running event loop",
            "you are already inside a loop: await instead",
        ),
        (
            "RuntimeError",
            "cannot reuse already awaited coroutine",
            "a coroutine object runs once; keep its result, or a Task, where several need it",
        ),
        (
            "InvalidStateError",
            "Result is not set.",
            "a result is there once the task is done: await it",
        ),
        (
            "TypeError",
            "'Semaphore' object does not support the context manager protocol (missed __exit__"
            " method) but it supports the asynchronous context manager protocol. Did you mean"
            " 'async with'?",
            "what may have to wait, as a lock or a semaphore, is entered with `async with`",
        ),
        (
            "RuntimeError",
            "coroutine is being awaited already",
            "a coroutine object has room for one who awaits it; a Task can be awaited by several",
        ),
        (
            "ValueError",
            "Set of Tasks/Futures is empty.",
            "asyncio.wait refuses to wait for nothing",
        ),
        (
            "TypeError",
            "unhashable type: 'list'",
            "a list is no key and no member of a set; gather takes many with a star",
        ),
        (
            "TypeError",
            "opened.__aexit__() takes 1 positional argument but 4 were given",
            "Python calls it with the type of the error, the error and its traceback",
        ),
        (
            "TypeError",
            "fetch_all() missing 1 required positional argument: 'keys'",
            "the function is called as its stub declares it",
        ),
        (
            "TypeError",
            "a bytes-like object is required, not 'coroutine'",
            "calling an `async def` gives a coroutine object; its value comes when it is awaited",
        ),
        (
            "TypeError",
            "a bytes-like object is required, not '_asyncio.Future'",
            "a Future stands for a value to come, which is there once it is awaited",
        ),
        (
            "TypeError",
            "'bytes' object is not callable",
            "what stands before the brackets is no function: perhaps it was called one time too"
            " many",
        ),
        ("KeyError", "'x'", ""),
    ],
)
def test_what_python_says_is_put_into_words(type_, text, because):
    assert meaning_of(Error(type_, text)) == because
    assert meaning_of(Error("ExceptionGroup", "g", inner=(Error(type_, text),))) == because


def test_arguments_that_you_forget_are_not_those_of_the_stub():
    told = "read() missing 1 required positional argument: 'path'"
    forgotten = Error("TypeError", told, where=AT)
    assert meaning_of(forgotten) == "the call does not give the arguments that are asked for"


def test_a_name_that_is_not_there_is_a_slip_unless_the_experiment_raised_it():
    assert is_slip(Error("NameError", "name 'tsk' is not defined"))
    assert not is_slip(Error("NameError", "boom", mark="boom"))
    assert not is_slip(Error("TypeError", "boom"))
