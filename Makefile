# The commands themselves are in .ci/run.
.DEFAULT_GOAL := help
.PHONY: help test test-programs race lint fuzz nights soak bench bench-size conformance chaos tidy example ci

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-11s %s\n", $$1, $$2 }' Makefile

test: ## Run the tests of the library and of the examples
	go test ./... ./awsconfig/... ./examples/... ./examples/observability/...

test-programs: ## Run the tests that build programs and drive other clients
	go test ./cmd/nereidmigrate/... ./internal/compare/...

race: ## Run all tests with the race detector
	.ci/run test

lint: ## Check the format, vet and lint
	.ci/run format vet lint

fuzz: ## Run each fuzz target for FUZZTIME, by default 10s
	.ci/run fuzz

nights: ## Simulate programs whose requests fail for NIGHTS, by default 2m
	.ci/run nights

soak: ## Run each fuzz target SOAK times, by default ten million, without guidance
	.ci/run soak

bench: ## Compare the costs with the AWS SDK, and write docs/benchmarks.md
	go run ./internal/compare/bench/report

bench-size: ## Measure binaries, builds and starts only
	go run ./internal/compare/bench/report size

conformance: ## Compare with the SDK and others, and write docs/conformance.md
	go run ./internal/compare/conformance

chaos: ## Make requests of Nereid and the SDK fail, and write the tables of docs/reliability.md
	go run ./internal/compare/chaos -write

tidy: ## Bring go.mod and go.sum of all modules up to date
	for dir in $$(go list -m -f '{{.Dir}}'); do (cd $$dir && GOWORK=off go mod tidy) || exit 1; done

example: ## Run the first example
	go run ./examples/export

ci: ## Run everything that continuous integration runs
	.ci/run
