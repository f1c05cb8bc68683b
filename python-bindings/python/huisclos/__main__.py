"""``python -m huisclos``: the command ``huisclos``, from the same code as the binary: its subcommands, options, output and exit codes."""

from __future__ import annotations

import signal
import sys

from ._huisclos import command


def main(arguments: list[str] | None = None) -> int:
    """Runs one command on this process's standard input, output and error (not on ``sys.stdin`` and ``sys.stdout``).

    :param arguments: those after the program's name; ``sys.argv`` when not given.
    :returns: the exit code: 0 done, 1 documents were set aside, 2 wrong usage, 3 a file cannot be read or written, 4 an alarm.
    """
    return command(["python -m huisclos", *(sys.argv[1:] if arguments is None else arguments)])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python looks at its own signals only when the command is done.
    sys.exit(main())
