"""What processes are given to do; without the tools of tests, which every process would have to import."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from omr.images.limits import MEGABYTE
from omr.processes.pool_process import tell


def prepare():
    """Load nothing."""


def cannot_prepare():
    raise FileNotFoundError("template.toml")


def echo(value):
    return value


def never_end(_value=None):
    tell("began")
    threading.Event().wait()


def call_program_that_never_ends(pid_file):
    tell("began")
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(pid_file).write_text(str(program.pid), encoding="utf-8")
    program.wait()


def fail():
    raise RecursionError("too deep")


def grow():
    kept = []
    while True:
        kept.append(bytearray(MEGABYTE * 5))


def die_by(name):
    os.kill(os.getpid(), getattr(signal, name))


def die_once(name, mark):
    if not Path(mark).exists():
        Path(mark).touch()
        die_by(name)
    return "alive"
