# asyncio-katas. `make help` lists what there is. Nothing here asks a question.
#
# KATA=name         which kata; ARGS="--json" passes anything else on
# PYTHON=python3.12 which Python; VENV=dir where its environment goes (a read-only checkout needs it)

KATA ?=
ARGS ?=
PYTHON ?=
VENV ?= .venv

PY := "$(VENV)/bin/python"
SETUP := VENV="$(VENV)" PYTHON="$(PYTHON)" sh scripts/setup.sh

.DEFAULT_GOAL := help
.PHONY: help check watch hint try predict list next start progress report show update solution diff reset doctor verify new test lint fix matrix conformance bench soak lock clean
.NOTPARALLEL:

check: ## judge your answers and say what to do next (KATA=name for one)
	@$(SETUP) requirements.lock
	@$(PY) -m grader check $(KATA) $(ARGS)

watch: ## judge what you save, at once (KATA=name; ARGS=--poll where saves go unnoticed)
	@$(SETUP) requirements.lock
	@$(PY) -m grader watch $(KATA) $(ARGS)

hint: ## the next hint for a kata (KATA=name)
	@$(SETUP) requirements.lock
	@$(PY) -m grader hint $(KATA) $(ARGS)

try: ## run example.py with your file: what it prints and when (KATA=name; ARGS=--real)
	@$(SETUP) requirements.lock
	@$(PY) -m grader try $(KATA) $(ARGS)

predict: ## say when a program ends and in which order it prints, then see (KATA=chapter)
	@$(SETUP) requirements.lock
	@$(PY) -m grader predict $(KATA) $(ARGS)

list: ## all katas and where you stand (ARGS="--open" or words for a part)
	@$(SETUP) requirements.lock
	@$(PY) -m grader list $(ARGS)

next: ## the next unsolved kata, without judging
	@$(SETUP) requirements.lock
	@$(PY) -m grader next $(ARGS)

start: ## open its file in VISUAL or EDITOR (KATA=name for another)
	@$(SETUP) requirements.lock
	@$(PY) -m grader start $(KATA) $(ARGS)

progress: ## how far you have come, and what each kata took
	@$(SETUP) requirements.lock
	@$(PY) -m grader progress $(ARGS)

report: ## one HTML page with your verdicts and pictures (KATA=name; ARGS="--out page.html")
	@$(SETUP) requirements.lock
	@$(PY) -m grader report --html $(KATA) $(ARGS)

show: ## a kata's task (KATA=name)
	@$(SETUP) requirements.lock
	@$(PY) -m grader show $(KATA) $(ARGS)

update: ## bring the course up to date; your answers stay as they are
	@$(SETUP) requirements.lock
	@$(PY) -m grader update $(ARGS)

solution: ## a reference and other right answers (KATA=name; ARGS=--yes before it is solved)
	@$(SETUP) requirements.lock
	@$(PY) -m grader solution $(KATA) $(ARGS)

diff: ## your answer beside the reference (KATA=name)
	@$(SETUP) requirements.lock
	@$(PY) -m grader diff $(KATA) $(ARGS)

reset: ## back to the stub, your file kept (KATA=name; ARGS=--undo brings it back, ARGS=--all)
	@$(SETUP) requirements.lock
	@$(PY) -m grader reset $(KATA) $(ARGS)

doctor: ## is everything installed and writable?
	@$(SETUP) requirements.lock
	@$(PY) -m grader doctor $(ARGS)

verify: ## prove the katas: stubs and mistakes fail, right answers pass (KATA=name)
	@$(SETUP) requirements.lock
	@$(PY) -m grader verify $(KATA) $(ARGS)

new: ## the files of a new kata (KATA=chapter/name; ARGS="--function name")
	@$(SETUP) requirements.lock
	@$(PY) -m grader new $(KATA) $(ARGS)

test: lint ## the project's own tests (ARGS="-k word")
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

lint: ## style and types
	@$(SETUP) requirements-dev.lock
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m mypy --no-error-summary

fix: ## mend what the linter can mend
	@$(SETUP) requirements-dev.lock
	@$(PY) -m ruff check --quiet --fix .
	@$(PY) -m ruff format --quiet .

matrix: ## the tests on each of 3.11, 3.12 and 3.13 that is installed
	@sh scripts/matrix.sh $(ARGS)

# An environment of its own, for what anyio's tests need. Without it the rest is run all the same.
conformance: ## other people's asyncio tests on the lab's loop (ARGS="test_locks --why")
	@VENV="$(VENV)-conformance" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements-conformance.lock || \
		VENV="$(VENV)-conformance" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements.lock
	@"$(VENV)-conformance/bin/python" -m tests.conformance $(ARGS)

# An environment of its own: looptime's pytest plugin would replace the loops of our tests.
bench: ## how fast it is, beside others
	@VENV="$(VENV)-bench" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements-bench.lock
	@"$(VENV)-bench/bin/python" -m benchmarks $(ARGS)

soak: ## every reference judged again and again, on a loaded machine
	@$(SETUP) requirements-dev.lock
	@$(PY) -m pytest -q -s tests/test_repeatable.py --rounds 100 $(ARGS)

COMPILE = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(ARGS)

# The other locks are held to requirements.lock, so that each holds it whole.
lock: ## write the lock files anew (ARGS=--upgrade for newer releases)
	@$(SETUP) requirements.lock
	@$(PY) -m pip install -qq --disable-pip-version-check --no-input uv
	@$(COMPILE) pyproject.toml --group build -o requirements.lock
	@$(COMPILE) pyproject.toml --group build --extra dev -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) pyproject.toml --group build --extra bench -c requirements.lock -o requirements-bench.lock
	@$(COMPILE) pyproject.toml --group build --extra conformance -c requirements.lock \
		-o requirements-conformance.lock

clean: ## remove environments and caches; your answers and progress stay
	@rm -rf .venv .venv-3.* .venv-bench .venv-conformance .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  KATA=name one kata   ARGS="..." passed on   PYTHON=python3.12   VENV=folder'
