# What people type. Each target installs what it needs itself and says so.
#   make run [ARGS="--port 9000"]   build and start the server
#   make demo                       the same, with the example week imported
#   make test                       every test of every kind
#   make fuzz [ARGS="--runs 9999"]  what comes from the network, fuzzed for longer
#   make faults [ARGS="-- -k kills"]  every fault the server has to survive, with figures
#   make hostile [ARGS="--seed 7"]  a million malformed frames, a hundred thousand malformed requests
#   make siege [ARGS="--seconds 3600 --seed 7 --only knocks"]  honest people on a server that is under attack
#   make contract [ARGS="--seed 7"] a running server held to its own OpenAPI description by schemathesis
#   make sanitize [ARGS="thread"]   the Swift tests with the address, thread and undefined-behaviour sanitizers
#   make conformance                Autobahn's WebSocket test suite
#   make bench [ARGS=server]        the document engine, drafts, the server, sessions, or all of them
#   make web | format | lint | clean
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

ARGS ?=
SAMSPIL := .build/release/samspil
EXAMPLE := Sessions/examples/example-week.json

.PHONY: help run demo test fuzz faults hostile siege contract sanitize conformance web release bench format lint clean install

help:
	@sed -n '2,13s/^# *//p' Makefile

install:
	@.make/install run

web: install
	@node Web/build.mjs

release: install
	@swift build -c release --product samspil

run: web release
	@exec $(SAMSPIL) serve $(ARGS)

demo: web release
	@exec $(SAMSPIL) serve --import $(EXAMPLE) $(ARGS)

test:
	@.make/install test
	@Tests/run

fuzz:
	@.make/install test
	@Tests/Fuzz/run $(ARGS)

faults:
	@.make/install test
	@Tests/Faults/run $(ARGS)

hostile: web release
	@.make/install test
	@Tests/run environment >/dev/null || true
	@.venv/bin/python Tests/EndToEnd/hostile.py $(ARGS)

siege: web release
	@.make/install test
	@Tests/run environment >/dev/null || true
	@Tests/Siege/run $(ARGS)

contract: web
	@.make/install test
	@swift build --product samspil
	@Tests/run environment >/dev/null || true
	@Tests/Contract/run $(ARGS)

sanitize:
	@.make/install test
	@Tests/run environment >/dev/null || true
	@Tests/Sanitize/run $(ARGS)

conformance: install
	@swift build -c release --product ConformanceEcho
	@Tests/Conformance/run $(ARGS)

bench:
	@.make/install test
	@Tests/Benchmarks/run $(ARGS)

format:
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	@.make/install lint
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@.make/lint-switches
	@node Web/lint.mjs

clean:
	@rm -rf .build .build-* Web/dist .venv
