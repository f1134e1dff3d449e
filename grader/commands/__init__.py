"""The commands: each takes the parsed options and the outside world, and gives an exit code."""
