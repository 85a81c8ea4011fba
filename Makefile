# «Ориентир». `make help` lists the commands; `make run` and `make test` are all that a newcomer needs.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
# One of them listens to a screen reader, which speaks at its own pace: a third uses the time.
BROWSERS ?= 3
RUNS ?= 5

.PHONY: help run test check a11y a11y-accept a11y-steady report report-accept matrix bench bench-2g i18n lock system clean

help: ## List the commands
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.run ## Set everything up and serve http://127.0.0.1:8000 until Ctrl-C
	@$(BIN)/python -m webapp set-up
	@exec $(BIN)/python -m webapp run

test: $(VENV)/.test a11y_tests/node_modules/.installed ## All checks and all tests, in a browser and on PostgreSQL too
	@$(MAKE) --no-print-directory check
	$(BIN)/pytest tests -n $(WORKERS) -m slow
	$(BIN)/pytest a11y_tests -n $(BROWSERS)
	$(BIN)/python -m a11y_tests.report

check: $(VENV)/.test ## Style, types, layers, guards and fast tests: under a minute
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/vulture
	$(BIN)/pytest tests -n $(WORKERS) -m "not slow"

a11y: $(VENV)/.test a11y_tests/node_modules/.installed ## Every page and state before three engines and our own checks
	$(BIN)/pytest a11y_tests -n $(BROWSERS)

a11y-accept: $(VENV)/.test a11y_tests/node_modules/.installed ## Accept the accessibility trees as they are now: read the diff
	ORIENTIR_ACCEPT_TREES=1 $(BIN)/pytest a11y_tests/test_site.py -n $(BROWSERS) -k accepted

matrix: $(VENV)/.test ## Write the matrix of WCAG criteria and the data of the accessibility statement anew
	$(BIN)/python -m a11y_tests.wcag

a11y-steady: $(VENV)/.test a11y_tests/node_modules/.installed ## Walk all journeys RUNS=5 times in a row; a second attempt is a failure
	$(BIN)/python -m a11y_tests.steady $(RUNS)

report: $(VENV)/.test ## What the last run found, for people: report/index.html and index.txt
	$(BIN)/python -m a11y_tests.report

report-accept: $(VENV)/.test ## Accept what the journeys took in the last run, then report: read the diff of accepted.toml
	$(BIN)/python -m a11y_tests.report accept

bench: $(VENV)/.test ## Measure against the floor, as ratios
	$(BIN)/python -m bench

bench-2g: $(VENV)/.test ## Wait for pages as on a slow telephone: ten minutes, then make report
	$(BIN)/python -m bench.slow_net

i18n: $(VENV)/.test ## Bring the catalogues of words up to the source and compile them
	$(BIN)/python -m webapp translations update

lock: $(VENV)/.test ## Resolve the requirements anew, with hashes and without addresses
	$(BIN)/python -m tools.lock

system: ## Install the Debian packages that tests need (as root)
	@$(PYTHON) tools/system_packages.py install

clean: ## Remove everything that can be made again
	rm -rf $(VENV) var report a11y_tests/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.python:
	@$(PYTHON) tools/check_python.py
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.python requirements-dev.txt tools/system_packages.py
	@$(PYTHON) tools/system_packages.py ensure
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m webapp translations compile
	@touch $@ $(VENV)/.run

a11y_tests/node_modules/.installed: a11y_tests/package-lock.json
	@cd a11y_tests && npm ci --ignore-scripts --silent --no-audit --no-fund
	@touch $@
