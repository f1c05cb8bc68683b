"""``python -m huisclos``: the main commands of the binary ``huisclos``, with its JSON. Folders, reports and resuming are the binary's.

Exit codes: 0 done; 2 wrong usage; 3 an input that cannot be read.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from . import DocumentError, Engine, HuisClosError, Ledger, LedgerError, SecretKeyError, Style
from ._huisclos import rules


class _Unreadable(Exception):
    pass


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m huisclos", description="Finds the personal data of court decisions and pseudonymises it. Pseudonymised is not anonymous.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (("detect", "Prints what was found, one JSON object per document."), ("pseudonymize", "Prints the pseudonymised text (or JSON Lines with `text`).")):
        command = commands.add_parser(name, help=does, description=does)
        command.add_argument("file", help="a file, or - for standard input")
        command.add_argument("--input", choices=("text", "jsonl"), help="how the input is read; by the name's ending when not given")
        command.add_argument("--policy", default="fr-judilibre", help="the legal profile")
        command.add_argument("--bloc", type=int, help="bloc d'occultation, 0 to 4")
        command.add_argument("--offset-unit", default="char", choices=("char", "utf16", "byte"))
        command.add_argument("--style", choices=get_args(Style), help="how hidden words are replaced; as the policy says when not given")
        _secrets(command, "a file that keeps pseudonyms over documents and runs, and the way back")
    restore = commands.add_parser("restore", help="Prints the original of a pseudonymised text that a ledger kept, byte for byte.")
    restore.add_argument("file", help="a file, or - for standard input")
    _secrets(restore, "the ledger of the run that wrote the file", needed=True)
    commands.add_parser("rules", help="Lists every rule with its source.")
    return parser


def _secrets(command: argparse.ArgumentParser, ledger: str, needed: bool = False) -> None:
    command.add_argument("--ledger", required=needed, help=ledger)
    command.add_argument("--key-file", help="the file of the key, 64 hexadecimal digits; without it, the environment variable HUISCLOS_KEY")


def _key(name: str | None) -> str | None:
    try:
        return os.environ.get("HUISCLOS_KEY") if name is None else Path(name).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise SecretKeyError(f"{name}: {error.strerror if isinstance(error, OSError) else 'this is no key'}") from None


def _ledger(options: argparse.Namespace) -> Ledger | None:
    key = _key(options.key_file)
    if options.ledger is not None and key is None:
        raise SecretKeyError("the ledger's key is missing: name its file with --key-file, or set HUISCLOS_KEY")
    return None if options.ledger is None or key is None else Ledger(key, options.ledger)


def _text(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode()
    except OSError as error:
        raise _Unreadable(f"{name}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise _Unreadable(f"{name}: byte {error.start} is not UTF-8; convert the file to UTF-8 first") from None


def _documents(name: str, kind: str) -> Iterator[tuple[str, str, str | None]]:
    text = _text(name).removeprefix("\ufeff")
    if kind == "text":
        yield name, text, None
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                item = json.loads(line)
                yield str(item["id"]), item["text"], json.dumps(item["facts"]) if item.get("facts") is not None else None
            except (ValueError, KeyError, TypeError, AttributeError):
                raise _Unreadable(f'{name}: line {number}: not an {{"id","text"}} object') from None


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    options = _arguments().parse_args(arguments)
    if options.command == "rules":
        for rule in rules():
            print("\t".join(rule))
        return 0
    name = options.file
    try:
        ledger = _ledger(options)
        if options.command == "restore" and ledger is not None:
            sys.stdout.buffer.write(ledger.restore(_text(name)).encode())
            return 0
        kind = options.input or ("jsonl" if name.endswith(".jsonl") else "text")
        with_text = options.command == "pseudonymize"
        key = None if ledger else _key(options.key_file)
        engine = Engine(policy=options.policy, bloc=options.bloc, style=options.style, key=key, ledger=ledger)._engine
        for name, text, facts in _documents(options.file, kind):
            payload = engine.wire(text, facts, options.offset_unit, with_text)
            if with_text and kind == "text":
                sys.stdout.buffer.write(json.loads(payload)["text"].encode())
            else:
                line = json.dumps({"id": name}, ensure_ascii=False)[:-1] + ", " + payload[1:]
                sys.stdout.buffer.write(line.encode() + b"\n")
    except _Unreadable as error:
        print(f"huisclos: {error}", file=sys.stderr)
        return 3
    except (DocumentError, LedgerError) as error:
        print(f"huisclos: {options.file}: document {name}: {error}", file=sys.stderr)
        return 3
    except (HuisClosError, OverflowError) as error:
        print(f"huisclos: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
