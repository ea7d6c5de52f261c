# Two commands: `make run` and `make test`. From a fresh clone both install what they need first.
#
#   make run     builds for release and starts Ärenden with a demo company in its own PostgreSQL
#   make test    every test: rules, database, HTTP, browser
#   make dev     as `make run`, but quick to build: for the loop of edit and look
#   make check   formatting and lints
#   make bench   the server against its own SQL in pgbench and against its targets, at SIZES="10000 100000 1000000" cases
#                in one company and beside COMPANIES="1 10 100 1000" in one installation
#   make office  fifty people at work and two thousand browsers that look on, at OFFICE=100000 cases
#   .ci/with-postgres make queries    after a change of SQL: what the compiler checks queries against

SHELL := /bin/bash
TARGET := $(or $(CARGO_TARGET_DIR),target)
# cargo-nextest is faster and says more, but nobody has to install it.
RUN_TESTS := $(if $(shell command -v cargo-nextest),cargo nextest run,cargo test)

# .cargo/config.toml has the flags that server and wasm must share; others would replace them.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
# Queries are checked against .sqlx, so that building needs no database.
export SQLX_OFFLINE := true

.PHONY: run test dev check bench office queries

run:
	@.ci/setup run
	@echo "==> Building the server for release; the first time takes some minutes"
	@cargo build --release -p server
	@echo "==> Building what the browser loads"
	@cargo run -p bundle
	@exec $(TARGET)/release/arende serve --demo

dev:
	@.ci/setup run
	@cargo build -p server
	@cargo run -p bundle -- --dev
	@exec $(TARGET)/debug/arende serve --demo

test:
	@.ci/setup test
	@echo "==> Building server and tests"
	@cargo build --workspace --bins --tests
	@echo "==> Building what the browser loads"
	@cargo run -p bundle
	@echo "==> Rules, database, HTTP"
	@.ci/with-postgres $(RUN_TESTS) --workspace
	@echo "==> Browser"
	@npm --prefix end2end test

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings

SIZES := 10000 100000 1000000
COMPANIES := 1 10 100 1000
OFFICE := 100000
bench: MEASURES := "$(SIZES)" "companies $(COMPANIES)"
office: MEASURES := "office $(OFFICE)"
bench office:
	@.ci/setup test
	@echo "==> Building the server for release"
	@cargo build --release -p server -p bench
	@echo "==> Building what the browser loads"
	@cargo run -p bundle
	@for measure in $(MEASURES); do PATH="$$(.ci/postgres-bin):$$PATH" $(TARGET)/release/bench $$measure || exit; done

queries:
	cat migrations/*.sql | psql -q -v ON_ERROR_STOP=1 "$$DATABASE_URL"
	rm -rf .sqlx && mkdir .sqlx && touch app/store/src/lib.rs
	SQLX_OFFLINE=false SQLX_OFFLINE_DIR=$(CURDIR)/.sqlx cargo check -p store
