"""Judges what was recorded: checks are pytest tests on runs. Never imports a submission.

Lowest first; a module imports only those before it: finding, values, wording, slips, meanings,
shape, arithmetic, timeline, difference, explain, takes, recorded, troubles, free, plugin, naming,
assess, session.
"""
