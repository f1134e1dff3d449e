"""Names a free check that is none."""

FREE = {
    "loop_blocked": "sleeps",
}


def test_nothing():
    """Nothing is asked."""
