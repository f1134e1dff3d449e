#!/bin/sh
# Make a virtual environment ready: the packages of a lock, and this project, editable.
# usage: [VENV=dir] [PYTHON=python] scripts/setup.sh LOCK
#
# An environment is made in one go, and only ever added to (every lock holds requirements.lock whole).
# Whatever else is found (a changed lock, a moved checkout, another Python, an interrupted set-up)
# is made anew. Says nothing and costs milliseconds when there is nothing to do.
set -eu
cd "$(dirname "$0")/.."

base=requirements.lock
lock=${1:-$base}
venv=${VENV:-.venv}
mark=$venv/.made-by-asyncio-katas

fail() { printf 'error: %s\n' "$1" >&2; exit 2; }

key() { cksum <"$1"; pwd -P; }

is_ready() { [ -x "$venv/bin/python" ] && [ "$(cat "$venv/.ready-$1" 2>/dev/null)" = "$(key "$1")" ]; }

is_by_python() { [ "$(cat "$mark" 2>/dev/null)" = "$1" ]; }

# Ctrl-C reaches what runs below us, too; its traceback is nobody's business.
trap 'printf "\nStopped. The same command begins again.\n" >&2; exit 130' INT

# Whatever else it has to say is shown only where it failed.
quietly() { said=$("$@" 2>&1 </dev/null) || { printf '%s\n' "$said" >&2; return 1; }; }

pip() { PIP_USER=0 quietly "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }

announce() { printf 'Setting up %s (once) ...\n' "$venv" >&2; }

make_environment() {
    # Never empty a folder that is somebody else's.
    if [ -e "$venv" ] && [ ! -e "$mark" ] && [ -n "$(ls -A "$venv" 2>/dev/null)" ]; then
        fail "$venv was not made by this set-up. Move it away, or use another place: VENV=.venv-katas"
    fi
    { rm -rf "$venv" && mkdir -p "$venv" && : >"$mark"; } 2>/dev/null ||
        fail "Cannot write $venv. Use another place: VENV=/path/to/a/new/folder"
    announce
    quietly "$1" -m venv "$venv" || fail "$1 could not make a virtual environment (see above)."
}

install() {
    pip install -qq --require-hashes -r "$lock" ||
        fail "Could not install $lock (see above). Run the same command once more."
    pip install -qq --no-index --no-deps --no-build-isolation --editable . ||
        fail "This project could not be installed into $venv (see above)."
}

# An explicit PYTHON must be the one that is used, so then it is looked up on every run.
python=""
if [ -n "${PYTHON:-}" ]; then
    python=$(scripts/find-python.sh) || exit 2
    is_by_python "$python" && is_ready "$lock" && exit 0
else
    is_ready "$lock" && exit 0
fi

if is_ready "$base" && { [ -z "$python" ] || is_by_python "$python"; }; then
    announce
else
    [ -n "$python" ] || python=$(scripts/find-python.sh) || exit 2
    make_environment "$python"
    printf '%s\n' "$python" >"$mark"
fi
rm -f "$venv"/.ready-*
install
for each in "$base" "$lock"; do key "$each" >"$venv/.ready-$each"; done
