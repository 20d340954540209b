# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
DATA ?= ../shared
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint eval calibration bench odd-files report clean

demo: .venv/installed  ## install, then check the sample accounts of one incident
	$(BIN)/claimcheck check samples/blue-line

test: .venv/installed-dev lint  ## everything that must hold
	$(BIN)/python -m pytest

lint: .venv/installed-dev  ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

eval: .venv/installed-dev  ## the quality of each stage on the shared data, against pinned floors
	$(BIN)/python -m benchmarks.quality --data $(DATA)

calibration: .venv/installed-dev  ## how far a confidence can be believed, on labelled pairs held out; ten minutes
	$(BIN)/python -m benchmarks.quality.calibration --data $(DATA) --plot docs/calibration.svg

bench: .venv/installed-dev  ## what each stage costs beside the bare models, and where a cold start goes
	$(BIN)/python -m benchmarks.whole --plot bench.svg
	$(BIN)/python -m benchmarks.start

odd-files: .venv/installed-dev  ## what comes of files that are too large, packed too tightly or broken
	$(BIN)/python -m benchmarks.odd_files

report: .venv/installed  ## write anew the picture and the report that open the README
	$(BIN)/python -m docs.sample_report

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(PIP) --upgrade pip

# torch is held to the version in constraints.txt; README.md says how to get its build without CUDA
.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "installing claimcheck and what it needs: this takes some minutes"
	$(PIP) --constraint constraints.txt --editable .
	touch $@

.venv/installed-dev: .venv/installed
	$(PIP) --constraint constraints.txt --group dev
	touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache
