"""Benchmarks: the lab and the grader beside others. They print, and never fail a build."""
