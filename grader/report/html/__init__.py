"""One HTML page: runs become lanes, lanes a drawing, verdicts and drawings a page.

Lowest first; a module imports only those above it: lanes · scene · drawing · page · render
"""
