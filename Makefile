# The portal's commands: make run, make test, make prove. Each makes what it needs.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: run test prove lint lock clean

run: .venv/run
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@$(BIN)/python manage.py ingest
	@$(BIN)/python manage.py evaluate --quiet >/dev/null
	@echo "技改政策对照: http://localhost:$(PORT)/  (Ctrl-C stops)"
	@exec $(BIN)/gunicorn portal.wsgi --config python:portal.serving --bind 127.0.0.1:$(PORT)

test: .venv/dev
	@echo "== SQLite"
	@env -u DATABASE_URL $(BIN)/python -m pytest -n 2 -m "not browser and not slow"
	@echo "== Chromium"
	@env -u DATABASE_URL $(BIN)/python -m pytest tests/browser/test_smoke.py tests/browser/test_narrow.py tests/browser/test_keyboard.py
	@echo "== PostgreSQL"
	@$(BIN)/python -m tests.postgres $(BIN)/python -m pytest -n 2 -m "not browser and not slow"

prove: .venv/dev
	@$(BIN)/python -m tests.prove

lint: .venv/dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

lock: .venv/dev
	@$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --universal --group pyproject.toml:dev -c requirements.txt --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.txt

clean:
	rm -rf .venv .local

.venv/bin/python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv), or PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run: requirements.txt | .venv/bin/python
	@echo "Installing (about half a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing what the tests need (about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run
