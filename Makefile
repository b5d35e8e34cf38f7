# 'make demo' and 'make test' set up what they need; 'make help' lists the rest.
.DEFAULT_GOAL := help
SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE := $(SWIFT) build -c release --static-swift-stdlib
SOURCES := Package.swift Sources Tests Benchmarks Fuzz

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

setup: ## Install the Debian packages that building needs
	@scripts/setup

release: setup ## Build the release binaries
	@echo "Building kb; the first time takes some minutes."
	@$(RELEASE) --product kb --quiet
	@$(RELEASE) --product kb-author --quiet

demo: release ## Build kb and show it at work on examples/patient-access
	@scripts/demo "$$($(RELEASE) --show-bin-path)"

test: setup ## Build and run the tests
	@KB_BASES=1000 $(SWIFT) test

check: setup ## Formatting, lint and tests: what must pass before a commit
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	@scripts/lint
	@$(SWIFT) test

format: ## Format the sources
	@$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

docs: ## Write the generated documents again
	@$(SWIFT) run --quiet kb-author rules --format markdown > docs/rules.md
	@$(SWIFT) package plugin generate-manual > /dev/null
	@sed 's/^\.Dd .*/.Dd 2026/' .build/plugins/GenerateManual/outputs/kb-author/kb.1 > docs/kb.1
	@scripts/pictures "$$($(SWIFT) build --show-bin-path)"

bench: release ## Measure; CORPUS=corpus.jsonl.gz adds the large figures, and QUESTIONS=folder those of searching
	@$(RELEASE) --product MarkdownBench --quiet
	@$(RELEASE) --product GrowthBench --quiet
	@$(RELEASE) --product SearchBench --quiet
	@$(RELEASE) --product EmptyCommand --quiet
	@$(RELEASE) --product ProofBench --quiet
	@Benchmarks/run "$$($(RELEASE) --show-bin-path)" $(CORPUS)
	@Benchmarks/proof "$$($(RELEASE) --show-bin-path)"
	@Benchmarks/gate "$$($(RELEASE) --show-bin-path)"
	@Benchmarks/history "$$($(RELEASE) --show-bin-path)" $(CORPUS)
	@[ -z "$(CORPUS)" ] || Benchmarks/search "$$($(RELEASE) --show-bin-path)" $(CORPUS) $(QUESTIONS)

fuzz: setup ## Fuzz every parser; SECONDS=60 each
	@Fuzz/run $(or $(SECONDS),60)

torture: release ## Damage indexes and kill builds, and print how many of all were withstood
	@$(RELEASE) --product IndexTorture --quiet
	@scripts/torture "$$($(RELEASE) --show-bin-path)"

install: release ## Install kb under PREFIX (/usr/local)
	@scripts/install "$$($(RELEASE) --show-bin-path)" "$(DESTDIR)$(PREFIX)"

.PHONY: help setup release demo test check format docs bench fuzz torture install
