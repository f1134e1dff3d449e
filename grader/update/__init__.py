"""Newer versions of the course, without a word of the learner's lost."""
