# `make serve` and `make test` are all a newcomer needs; both set up what they use.

UV_VERSION = 0.13.9
UV = .tools/bin/uv
PYTHON = .venv/bin/python
PORT = 8000
COUNT = 100
SEED = 0
CALC_TESTS = $(addprefix tests/,calculators maths model reading render export \
  test_browser.py test_cli.py test_library.py test_money.py \
  test_pinned.py)
DEBIAN = chromium chromium-headless-shell firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk \
  nginx-light libnginx-mod-http-brotli-static

# Material's notice about MkDocs 2 is known (CONTRIBUTING.md)
export NO_MKDOCS_2_WARNING = 1

.PHONY: serve test check coverage mutants site offline package calculator bench clean lock \
  setup browsers

serve: setup ## Set up everything, build, serve on loopback with reload
	$(PYTHON) -m publish serve $(PORT)

test: browsers check ## Set up everything, browsers included, and run every check
	$(PYTHON) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: setup ## What needs no browser: style, types, the strict build
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	node_modules/.bin/tsc
	node --test --test-reporter=dot tests/web/*/*.test.js
	$(PYTHON) -m publish check

coverage: setup ## Every branch of calc/ is taken by a test that needs no browser
	$(PYTHON) -m coverage run -m pytest -q $(CALC_TESTS)
	$(PYTHON) -m coverage report

mutants: build/mutants/made ## Is each change to calc/ seen by a test? make mutants COUNT=100 SEED=0; 0 is all
	build/mutants/venv/bin/python -m mutants $(COUNT) $(SEED)

site: setup ## The site to host at SITE_URL, in build/site, with the copies to download
	$(PYTHON) -m publish site

offline: setup ## The copies to take away: a zip and a single file, in dist
	$(PYTHON) -m publish offline

package: setup ## The library: wheel and source distribution, in dist/package
	rm -rf dist/package
	$(PYTHON) -m hatchling build --directory dist/package

calculator: setup ## The files of a new one: make calculator NAME=early-bird TITLE=早还优惠
	$(PYTHON) -m skeleton $(NAME) $(TITLE)

bench: browsers bench/node_modules/made ## Measure everything, on a machine with nothing else to do: 15 minutes
	$(PYTHON) -m bench

clean: ## Everything that was built or installed here
	rm -rf build dist .venv .tools node_modules bench/node_modules

lock: .venv/made ## Resolve the dependencies of pyproject.toml anew
	$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --group site --group build --group test --group lint \
	  pyproject.toml -o requirements.txt
	$(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --group site --group build --group test --group mutants \
	  --constraint requirements.txt pyproject.toml -o requirements-mutants.txt
	echo uv==$(UV_VERSION) | $(UV) pip compile --quiet --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate - -o requirements-uv.txt

setup: .venv/made node_modules/made

$(UV): requirements-uv.txt
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore \
	  --target .tools --upgrade --require-hashes -r requirements-uv.txt

.venv/made: requirements.txt .python-version | $(UV)
	$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" .venv
	$(UV) pip sync --quiet --require-hashes requirements.txt
	touch $@

node_modules/made: package-lock.json package.json
	npm ci --no-audit --no-fund
	touch $@

bench/node_modules/made: bench/package-lock.json bench/package.json
	npm ci --no-audit --no-fund --prefix bench
	touch $@

build/mutants/made: requirements-mutants.txt .python-version | $(UV)
	$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" build/mutants/venv
	$(UV) pip sync --quiet --require-hashes --python build/mutants/venv requirements-mutants.txt
	touch $@

browsers: setup
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || if [ "$$(id -u)" = 0 ]; then \
	  apt-get update -q && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -q $(DEBIAN); \
	else \
	  echo "The tests need these Debian packages; as root: apt-get install $(DEBIAN)"; \
	  exit 1; \
	fi
