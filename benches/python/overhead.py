"""What a call from Python costs over the same call in Rust, in instructions: load does not change it. Needs valgrind and the wheel.

`target/python/bin/python benches/python/overhead.py`. Each program runs under callgrind with few and with more rounds; the difference is the calls alone.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import long_texts

HOUSE = Path(__file__).parents[2]
FIELDS = ("start", "end", "kind", "role", "entity", "confidence", "action", "replacement", "rules", "reason", "basis", "lead")
PYTHON = {
    "detect": "engine.detect(text)",
    "detect, spans made": "engine.detect(text).spans",
    "detect, every field of every span read": "for span in engine.detect(text).spans: " + "; ".join(f"span.{field}" for field in FIELDS),
    "pseudonymize, text read": "engine.pseudonymize(text).text",
}
"""What is run for each text. A text is another object each time, as texts from a file or a table are."""

SCRIPT = """
import json, sys, huisclos
texts, engine = json.load(open(sys.argv[1], encoding="utf-8")), huisclos.Engine()
copies = [[str(text.encode(), "utf-8") for text in texts] for _ in range(int(sys.argv[2]))]
def run(engine, copies):
    for texts in copies:
        for text in texts:
            {call}
run(engine, copies)
"""
FEW, MANY = 2, 8


def instructions(*command: str) -> int:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(done.stderr)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])  # type: ignore[index]


def each(*command: str, calls: int) -> float:
    return (instructions(*command, str(MANY)) - instructions(*command, str(FEW))) / (MANY - FEW) / calls


def main() -> None:
    subprocess.run(["cargo", "build", "--quiet", "--release", "-p", "huisclos-benches", "--bin", "calls"], cwd=HOUSE, check=True)
    texts = long_texts(20_000)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        rust = each(str(HOUSE / "target/release/calls"), str(file), calls=len(texts))
        print(f"Rust, detect: {rust / 1e6:.2f} million instructions for a text of 20,000 characters")
        nothing = each(sys.executable, "-c", SCRIPT.format(call="pass"), str(file), calls=len(texts))
        for name, call in PYTHON.items():
            python = each(sys.executable, "-c", SCRIPT.format(call=call), str(file), calls=len(texts)) - nothing
            print(f"Python, {name}: {100 * (python / rust - 1):+.1f} %")


if __name__ == "__main__":
    main()
