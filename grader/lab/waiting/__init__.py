"""Who waits for whom, who holds what, and what to await instead of asking."""
