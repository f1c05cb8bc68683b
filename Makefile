# Daily commands. Each says what it installs and ends with what to do next.
PYTHON ?= python3

.PHONY: setup demo test case bless eval bench check lexicons wasm studio studio-build test-python test-spark test-browser browser

setup:
	@echo "Set-up: the pinned Rust toolchain's wasm32 target (nothing else is installed)."
	@rustup target list --installed 2>/dev/null | grep -q wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown

demo: setup
	cargo build --release -p huisclos-cli
	@for f in corpora/demo/*.txt; do echo "=== $$f"; ./target/release/huisclos pseudonymize --summary $$f; done
	@echo; echo "Next: ./target/release/huisclos pseudonymize YOUR-DECISION.txt, or --help. Pseudonymised is not anonymous."

test: setup studio-build test-python
	cargo build --release --target wasm32-unknown-unknown -p huisclos --no-default-features
	cargo test --workspace
	cd wasm && npm test --silent -w huisclos
	cd wasm/studio && node --test --test-timeout=180000 test/review.test.mjs
	@if node wasm/studio/test/chromium.mjs >/dev/null; then $(MAKE) --no-print-directory browser; \
	else echo "NOT RUN: the tests in a browser. Everything else is tested."; fi
	@echo "Next: make demo, or read ARCHITECTURE.md to see where a change belongs."

# One case file, by a part of its path: make case NAME=fr/plate
case:
	HUISCLOS_CASE=$(NAME) cargo test -p huisclos-tests --test cases

# Writes today's figures on the invented decisions as the floors of tests/gold.toml and the other floors beside it, and the schemas of policies.
bless:
	HUISCLOS_BLESS=1 cargo test -p huisclos --lib schema
	HUISCLOS_BLESS=1 cargo test -p huisclos-tests --test gold --test cases --test frames --test report

# Figures per kind, court and trap on the invented decisions.
eval:
	cargo build --release -p huisclos-cli
	./target/release/huisclos eval corpora/decisions
	./target/release/huisclos eval corpora/hard
	./target/release/huisclos eval --change renamed corpora/decisions

# Speed as ratios; benches/README.md says how to compare with a peer.
bench:
	cargo run --release -p huisclos-benches --bin throughput

check:
	cargo clippy --workspace --all-targets -- -D warnings

lexicons:
	python3 corpora/lexicons/fetch.py
	cargo run --release -p huisclos-corpora --bin compile-lexicons

# Two modules of one crate. Hashing is built small before fast: three kilobytes of what a page loads first. What is shipped names no
# folder of the machine that built it.
wasm: setup
	@echo "Installs the build tools of wasm/package-lock.json into wasm/node_modules (no install scripts run)."
	cd wasm && npm ci --ignore-scripts --no-audit --no-fund
	@cargo fetch --quiet --locked --target wasm32-unknown-unknown
	for module in engine documents; do \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg sha2_backend_soft=\"compact\" $$(printf -- '--remap-path-prefix=%s= ' $${CARGO_HOME:-$$HOME/.cargo}/registry/src/*/)" cargo build --profile wasm --target wasm32-unknown-unknown -p huisclos-wasm --no-default-features --features $$module && \
	  CARGO_TARGET_DIR=target/xtask cargo run --quiet --locked --manifest-path wasm/xtask/Cargo.toml -- target/wasm32-unknown-unknown/wasm/huisclos_wasm.wasm wasm/npm/dist $$module || exit 1; \
	done
	cd wasm && npm run --silent build -w huisclos
	@echo "Next: the package is wasm/npm; see its README.md, or run cd wasm/npm && npm test."

studio-build: wasm
	cd wasm && npm run --silent build -w huisclos-studio

# PORT=9000 make studio serves it elsewhere.
studio: studio-build
	@cd wasm && npm run --silent serve -w huisclos-studio

# The wheel in its own virtual environment, as `pip install` makes it.
test-python:
	@echo "Installs maturin, pytest, mypy and the packages that adapters are tested with from PyPI into target/python."
	$(PYTHON) -m venv target/python
	target/python/bin/pip install --quiet --disable-pip-version-check './python-bindings[test]'
	target/python/bin/pytest -q python-bindings --ignore=python-bindings/tests/test_spark.py
	target/python/bin/mypy --config-file python-bindings/pyproject.toml -p huisclos
	target/python/bin/python -m mypy.stubtest huisclos._huisclos
	@echo "Next: target/python/bin/python, then import huisclos; see python-bindings/README.md."

# Apart: half a gigabyte from PyPI, and Java 17.
test-spark: test-python
	target/python/bin/pip install --quiet --disable-pip-version-check './python-bindings[test,spark]'
	cd python-bindings && PYSPARK_PYTHON=$(CURDIR)/target/python/bin/python ../target/python/bin/python -m pytest -q tests/test_spark.py

# The desk in a real browser: Debian's chromium, Chrome, or the one that CHROMIUM names. `make test` runs it when there is one.
test-browser: studio-build browser

browser:
	@node wasm/studio/test/chromium.mjs
	cd wasm && npm test --silent -w huisclos-studio
