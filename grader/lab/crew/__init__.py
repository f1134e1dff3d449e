"""The threads of a virtual world, which take turns, and what they wait for."""
