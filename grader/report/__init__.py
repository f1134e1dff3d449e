"""Verdicts as screens and documents: plain data in, text out; nothing here prints or judges."""
