"""One HTML page: runs become lanes, lanes a drawing, verdicts and drawings a page.

Lowest first; a module imports only those before it: lanes, scene, drawing, pairs, figure,
kata, page, render.
"""
