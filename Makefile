# Two commands matter: `make demo` (the whole way on generated sheets) and `make test`. Each works first on a fresh machine.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QT_QPA_PLATFORM ?= offscreen
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Where containers set it, every start of Python compiles all libraries anew: a second of each worker process.
unexport PYTHONDONTWRITEBYTECODE

# What the program needs from Debian or Ubuntu: PDF pages, OCR, the libraries of Qt and OpenCV, a screen for tests.
PACKAGES := python3-venv poppler-utils tesseract-ocr tesseract-ocr-vie fonts-dejavu-core libgl1 libegl1 libfontconfig1 \
	libfreetype6 libdbus-1-3 libxkbcommon0 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
	libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0

# What tests and benches need besides: a spreadsheet that recalculates workbooks, and what turns documents into PDF.
test bench: PACKAGES += libreoffice-calc-nogui libreoffice-writer-nogui

MINUTES ?= 60
SEED ?= 1

.PHONY: setup demo test bench campaign app lint system clean

setup: $(VENV)/installed

demo: setup
	$(BIN)/python main.py demo

test: setup lint
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: setup
	$(BIN)/python -m tests.bench

# Treats the program badly for an hour: kills, full disks, damage, bombs, two at once. Another SEED gives other attempts.
campaign: setup
	$(BIN)/python -m tests.campaign --minutes $(MINUTES) --seed $(SEED)

app: setup
	QT_QPA_PLATFORM= $(BIN)/python main.py gui

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --num-workers 2
	$(BIN)/lint-imports

system:
	@missing=$$(for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
		echo "This system has no apt-get. Install the equivalents of: $$missing"; exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then run=; elif sudo -n true 2>/dev/null; then run=sudo; else \
		echo "System packages are missing. Run this once, then the same make command again:"; \
		echo "  sudo apt-get install -y" $$missing; exit 1; fi; \
	$$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing

# uv installs the same releases as pip in a fraction of its time; where it cannot be had or reach them, pip does it.
# Not compiled here: what is used compiles itself, and half a minute is saved.
$(VENV)/installed: pyproject.toml | system
	$(PYTHON) -m venv $(VENV)
	{ $(BIN)/pip install --quiet --no-compile uv && UV_HTTP_TIMEOUT=20 UV_HTTP_RETRIES=1 \
		$(BIN)/uv pip install --quiet --native-tls --python $(BIN)/python --editable '.[dev]'; } || \
		$(BIN)/pip install --quiet --no-compile --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
