#!/usr/bin/env python3
"""Runs stella-anonymize-core on JSON Lines and prints the seconds it needs, loading apart.

usage: stella.py FILE.jsonl [LANGUAGE]    LANGUAGE as its create_pipeline takes it: all (default), fr, en ...

Prints one JSON object: {"language","documents","chars","load_s","detect_s","entities"}. `detect_s` counts the calls alone, without
loading, reading and printing, and after one call that warms it up: the figure that favours the peer most.
"""
import json
import sys
import time


def main(path: str, language: str = "all") -> None:
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    start = time.perf_counter()
    import stella_anonymize

    pipeline = stella_anonymize.create_pipeline(language=language)
    pipeline.redact_text("Contact Alice Smith at alice@example.com.")
    loaded = time.perf_counter()
    entities = 0
    for text in texts:
        entities += len(pipeline.redact_text(text).resolved_entities)
    done = time.perf_counter()
    figures = {
        "language": language,
        "documents": len(texts),
        "chars": sum(map(len, texts)),
        "load_s": round(loaded - start, 3),
        "detect_s": round(done - loaded, 3),
        "entities": entities,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
