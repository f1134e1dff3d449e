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

TARGETS := check watch next start show hint try predict solution diff list progress report \
	reset update doctor clean new verify \
	test lint fix matrix conformance bench soak lock help

define STRAY_SAID
`$(firstword $(STRAY))` is no command; `make help` lists them.
If it is a kata: `make $(firstword $(filter $(TARGETS),$(MAKECMDGOALS)) check) KATA=$(firstword $(STRAY))`
endef

# Before anything runs: `make hint limit_three` would give a hint for another kata.
STRAY := $(filter-out $(TARGETS),$(MAKECMDGOALS))
$(if $(STRAY),$(error $(STRAY_SAID)))

.DEFAULT_GOAL := help
.PHONY: $(TARGETS)
.NOTPARALLEL:

##@ Solve

check: ## judge your answers and say what to do next (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader check $(KATA) $(ARGS)

watch: ## judge what you save, at once (KATA=; ARGS=--poll)
	@$(SETUP) requirements.lock
	@$(PY) -m grader watch $(KATA) $(ARGS)

next: ## the next unsolved kata, without judging
	@$(SETUP) requirements.lock
	@$(PY) -m grader next $(ARGS)

start: ## open its file in VISUAL or EDITOR (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader start $(KATA) $(ARGS)

##@ Look closer

show: ## a kata's task (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader show $(KATA) $(ARGS)

hint: ## the next hint for a kata (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader hint $(KATA) $(ARGS)

try: ## run example.py with your file (KATA=; ARGS=--real)
	@$(SETUP) requirements.lock
	@$(PY) -m grader try $(KATA) $(ARGS)

predict: ## say when a program ends, then see (KATA=chapter)
	@$(SETUP) requirements.lock
	@$(PY) -m grader predict $(KATA) $(ARGS)

solution: ## a reference and other right answers (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader solution $(KATA) $(ARGS)

diff: ## your answer beside the reference (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader diff $(KATA) $(ARGS)

##@ Where you stand

list: ## all katas and where you stand (KATA=words; ARGS=--open)
	@$(SETUP) requirements.lock
	@$(PY) -m grader list $(KATA) $(ARGS)

progress: ## how far you have come, and what each kata took
	@$(SETUP) requirements.lock
	@$(PY) -m grader progress $(ARGS)

report: ## one HTML page: verdicts, pictures (ARGS="--out page.html")
	@$(SETUP) requirements.lock
	@$(PY) -m grader report --html $(KATA) $(ARGS)

##@ Your files and the course

reset: ## back to the stub, your file kept (KATA=; ARGS=--undo)
	@$(SETUP) requirements.lock
	@$(PY) -m grader reset $(KATA) $(ARGS)

update: ## bring the course up to date; your answers stay
	@$(SETUP) requirements.lock
	@$(PY) -m grader update $(ARGS)

doctor: ## is everything installed and writable?
	@$(SETUP) requirements.lock
	@$(PY) -m grader doctor $(ARGS)

clean: ## remove environments and caches; answers and progress stay
	@rm -rf .venv .venv-3.* .venv-bench .venv-conformance .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

##@ Write katas

new: ## the files of a new kata (KATA=chapter/name)
	@$(SETUP) requirements.lock
	@$(PY) -m grader new $(KATA) $(ARGS)

verify: ## prove the katas: mistakes fail, right answers pass (KATA=)
	@$(SETUP) requirements.lock
	@$(PY) -m grader verify $(KATA) $(ARGS)

##@ Work on the project

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
conformance: ## other people's asyncio tests on the lab's loop
	@VENV="$(VENV)-conformance" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements-conformance.lock || \
		VENV="$(VENV)-conformance" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements.lock
	@"$(VENV)-conformance/bin/python" -m tests.conformance $(ARGS)

# An environment of its own: looptime's pytest plugin would replace the loops of our tests.
bench: ## how fast it is, beside others
	@VENV="$(VENV)-bench" PYTHON="$(PYTHON)" sh scripts/setup.sh requirements-bench.lock
	@"$(VENV)-bench/bin/python" -m benchmarks $(ARGS)

soak: ## every reference judged again and again, under load
	@$(SETUP) requirements-dev.lock
	@$(PY) -m pytest -q -s tests/test_repeatable.py --rounds 100 $(ARGS)

COMPILE = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(ARGS)

# The other locks are held to requirements.lock, so that each holds it whole.
lock: ## write the lock files anew (ARGS=--upgrade)
	@$(SETUP) requirements.lock
	@$(PY) -m pip install -qq --disable-pip-version-check --no-input uv
	@$(COMPILE) pyproject.toml --group build -o requirements.lock
	@$(COMPILE) pyproject.toml --group build --extra dev -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) pyproject.toml --group build --extra bench -c requirements.lock -o requirements-bench.lock
	@$(COMPILE) pyproject.toml --group build --extra conformance -c requirements.lock \
		-o requirements-conformance.lock

help: ## this list
	@awk -F ':.*## ' '/^##@ / { print substr($$0, 5) } \
		/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  KATA=name one kata   ARGS="..." passed on   PYTHON=python3.12   VENV=folder'
