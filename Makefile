# make run     the desk, with the sample article in it; on another port: make run ARGS="--port 8001"
# make test    every test
# make check   formatters, linters, types, layers, migrations, deployment settings
# make lock    refresh the pinned requirements from pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# uv is used where it stands on the machine; pip does the same work everywhere else.
UV := $(shell command -v uv 2>/dev/null)
PIP := $(if $(UV),$(UV) pip install --python $(BIN)/python,$(BIN)/python -m pip install --disable-pip-version-check)
# The files hold everything that is needed, so nothing is resolved anew: an old pip, asked to, trips over extras.
INSTALL := $(PIP) --quiet --require-hashes --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

.PHONY: run test check format lock bench clean
.DELETE_ON_ERROR:

run: $(VENV)/.installed
	@$(BIN)/python manage.py up $(ARGS)

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest $(ARGS)

bench: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest tests/bench --benchmarks -p no:cacheprovider $(ARGS)

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files --cached --others --exclude-standard 'templates/*.html')
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -W ignore manage.py makemigrations --check --dry-run # warns that no database runs; none is needed
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
		ALLOWED_HOSTS=desk.example HTTPS=true $(BIN)/python manage.py check --deploy --fail-level WARNING

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djade --target-version 5.2 $$(git ls-files --cached --others --exclude-standard 'templates/*.html')

lock: $(VENV)/.installed-dev
	$(LOCK) --upgrade pyproject.toml -o requirements.txt
	$(LOCK) --upgrade --group dev pyproject.toml -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Factcheck needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 …")'
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installing what the desk needs (a minute, the first time)"
	@$(INSTALL) -r $<
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/.installed
	@echo "Installing what the tests and checks need"
	@$(INSTALL) -r $<
	@touch $@
