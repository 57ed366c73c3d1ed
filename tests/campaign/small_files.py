"""Runs something where no file can grow beyond some bytes: ``python -m tests.campaign.small_files BYTES WORDS...``."""

import resource
import signal
import sys

from tests.campaign.program import run

if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then writing fails, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
    run(sys.argv[2:])
