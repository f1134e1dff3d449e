"""The worker: runs scenarios with a submission on the lab and records what happens.

It never holds a check or an expected value, and never decides anything.
"""
