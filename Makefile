# The two commands of the README, on a machine with nothing but Swift and a shell.
.PHONY: demo test setup instructions format lint clean

setup:
	@sh scripts/install-system-packages.sh

demo: setup
	swift build -c release --product broadsheet
	@sh scripts/run-demo.sh

test:
	@sh scripts/install-system-packages.sh --tests
	swift test

# Compares how many instructions an ingest takes with the number that is kept; see docs/performance.md.
instructions:
	@sh scripts/install-system-packages.sh --instructions
	python3 Benchmarks/check_instructions.py

format:
	swift format format -i -r Package.swift Sources Tests

lint:
	swift format lint --strict -r Package.swift Sources Tests

clean:
	rm -rf .build demo/site demo/history.sqlite*
