from grader.suite import scenario


@scenario
async def once(kata):
    return await kata.leap(1)


def test_arrives(once):
    """Somebody arrives."""
    assert once.value == 1, "Nobody arrives."
