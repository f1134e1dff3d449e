#!/bin/sh
# Print the path of a Python that can make a virtual environment; exit 2 with one line if none can.
# usage: [PYTHON=/path/to/python] scripts/find-python.sh [NAME...]
set -u

# Written so that even Python 2 answers it. The real path, so that an environment made from it breaks
# visibly when that Python is replaced, instead of running with another version's packages.
probe='
import os, sys
version = "%d.%d.%d" % sys.version_info[:3]
where = os.path.realpath(sys.executable)
if sys.version_info < (3, 11):
    print("old %s %s" % (version, where))
else:
    try:
        import ensurepip, venv
        ensurepip.version()
        print("ok %s %s" % (version, where))
    except Exception:
        print("bare %s %s" % (version, where))
'

say() { printf 'error: %s\n' "$1" >&2; }

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
elif [ $# -eq 0 ]; then
    set -- python3.13 python3.12 python3.11 python3 python
fi

reason=""
for name in "$@"; do
    # A version manager's stand-in may be on the PATH and yet refuse to run: only an answer counts.
    answer=$("$name" -c "$probe" </dev/null 2>/dev/null) || continue
    detail=${answer#* }
    case $answer in
        "ok "*) printf '%s\n' "${detail#* }"; exit 0 ;;
        "bare "*) reason="Python ${detail%% *} (${detail#* }) lacks venv" \
                  advice="Install it (Debian, Ubuntu: apt install python3-venv)" ;;
        "old "*) [ -n "$reason" ] || {
                  reason="Python ${detail%% *} (${detail#* }) is too old" \
                  advice="Install Python 3.11 or newer"; } ;;
    esac
done

if [ -n "$reason" ]; then
    say "$reason. $advice, or name another one: make check PYTHON=/path/to/python3"
elif [ -n "${PYTHON:-}" ]; then
    say "PYTHON=$PYTHON does not run. Name a Python 3.11 or newer."
else
    say "No Python found. Install 3.11 or newer, or name it: make check PYTHON=/path/to/python3"
fi
exit 2
