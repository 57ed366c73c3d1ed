"""The command line in this process, many times over: what it says, and whether it ends as it should."""

import contextlib
import io
import sys

import main

_SENTENCES = (0, 2, 3, 4)
"""Exit codes by which the program ends with a sentence of its own."""


class EndedOtherwise(Exception):
    """A command ended by an exit code that says nothing, or without a sentence."""


def run_command(*words: str) -> int:
    """Run a command; returns its exit code.

    Raises:
        EndedOtherwise: It ended with another code than it may, or failed without a sentence.
    """
    err, before = io.StringIO(), sys.argv
    sys.argv = ["main.py", *words]
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(err):
            main.main()
            code: object = 0
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.argv = before
    if code not in _SENTENCES or (code and not err.getvalue().strip()):
        raise EndedOtherwise(f"{words[0]} ended with {code}: {err.getvalue()[-500:]!r}")
    return int(str(code))
