from grader.suite import scenario


@scenario
async def once(kata):
    return await kata.greet(1)


def test_comes_back(once):
    """The number comes back."""
    assert once.value == 1, "It is another number."
