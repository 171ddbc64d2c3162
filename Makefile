# Everything happens in a virtual environment in the checkout; a fresh machine needs python3 (3.11 or newer) only.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA := data/nottinghamshire
OUT := build

.PHONY: run test lint docs bench lock clean

run: $(READY)
	$(BIN)/pcgraph build --data $(DATA)
	$(BIN)/pcgraph check --data $(DATA) --summary
	mkdir -p $(OUT)
	$(BIN)/pcgraph draw leads --data $(DATA) --output $(OUT)/leads.html
	$(BIN)/pcgraph draw plan --theme T3 --data $(DATA) --output $(OUT)/theme-3.html

test: $(READY) lint
	$(BIN)/pytest --numprocesses 2

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The parts of the documentation that are made from the code and the data.
docs: $(READY)
	$(BIN)/python -m pcgraph.ontology_docs
	$(BIN)/python -m pcgraph.query.docs
	$(BIN)/python -m pcgraph.extract.parts.docs
	$(BIN)/python -m pcgraph.network.docs

bench: $(READY)
	$(BIN)/python -m tests.bench

# Pins every requirement with its hashes; no index address is written.
lock: $(READY)
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header \
	  --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) $(DATA)/.pcgraph

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q pcgraph
	touch $@
