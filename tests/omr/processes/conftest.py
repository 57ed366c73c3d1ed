"""What processes are started by here, they are started by in the program."""

import multiprocessing

import pytest

from omr.processes import pool_member


@pytest.fixture(autouse=True, scope="module")
def _started_anew_throughout():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pool_member, "get_context", multiprocessing.get_context)
        yield
