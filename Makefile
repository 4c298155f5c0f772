# Two commands: `make run` opens the dashboard, `make test` passes all checks. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test check format benchmark mutation seeds requirements clean

run: $(VENV)/.run
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.test $(VENV)/.tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmark: $(VENV)/.test
	$(BIN)/python -m benchmarks

# The lexicon entries and guards that no sentence of the tests needs; takes up to ten minutes.
mutation: $(VENV)/.test
	$(BIN)/python -m benchmarks.mutation

# The readings beside the seed articles, which a new store is filled with.
seeds: $(VENV)/.run
	$(BIN)/python -m pipeline.seeding

# Pins with hashes, from the short lists of direct dependencies.
requirements: $(VENV)/.test
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements.in -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements-dev.in -o requirements-dev.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "Python cannot make an environment: on Debian or Ubuntu, apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m compileall -q app.py pages pipeline
	touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

# A real Chromium and a real PostgreSQL server for the tests.
$(VENV)/.tools: tests/install_tools.sh | $(VENV)/.test
	sh tests/install_tools.sh $(BIN)
	touch $@

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache
