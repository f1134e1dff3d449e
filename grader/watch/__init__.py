"""The watch mode: saves and key presses in, one screen out.

Lowest first; a module imports only those before it: events, saves,
signals, keyboard, canvas, terminal, session.
"""
