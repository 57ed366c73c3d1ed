"""Processes of pools forked from one that has imported all they need: to import it takes each a second of its own."""

import contextlib
import multiprocessing
from multiprocessing import forkserver
from pathlib import Path

from omr.processes import pool_member

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()  # not on Windows

_ROOT = Path(__file__).parents[1]
_IMPORTED = ["omr.batches.worker", "omr.forms.page_images"]


def fork_processes() -> None:
    """Start the processes of all pools of this run so; tests of how they start and end undo it for themselves."""
    if CAN_FORK:
        pool_member.get_context = _forking


def _forking(_method: str) -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_IMPORTED)
    with contextlib.chdir(_ROOT):  # whence it imports
        forkserver.ensure_running()
    return context
