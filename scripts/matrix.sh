#!/bin/sh
# Run the tests on each Python of the matrix that is installed, each in an environment of its own.
# usage: scripts/matrix.sh [PYTEST ARGUMENT...]
set -u
cd "$(dirname "$0")/.."
unset PYTHON

report=""
status=0
for version in 3.11 3.12 3.13; do
    # pyenv's stand-ins run only the versions that are switched on, so look behind them as well.
    python=$(scripts/find-python.sh "python$version" \
        "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/python 2>/dev/null)
    if [ -z "$python" ]; then
        report="$report  $version  not installed\n"
        continue
    fi
    printf '\n== Python %s (%s)\n' "$version" "$python"
    if VENV=.venv-$version PYTHON=$python scripts/setup.sh requirements-dev.lock &&
        ".venv-$version/bin/python" -m pytest -n auto "$@" </dev/null; then
        report="$report  $version  passed\n"
    else
        report="$report  $version  FAILED\n"
        status=1
    fi
done
printf '\n%b' "$report"
case $report in *passed* | *FAILED*) exit $status ;; esac
exit 2
