"""The campaign: the program treated as offices and disks treat it, with seeds, until something is lost or hangs.

``python -m tests.campaign`` runs it. A *kind* (``kinds/``) is a way to be treated badly; an *attempt* of it follows
from the seed and the attempt's number alone, so that ``--only KIND --seed N --attempt K`` repeats it. What an attempt
finds is a fact lost, a traceback, a hang or too much memory (``findings``). ``scene`` makes what attempts begin with,
``operations`` is what people do to a survey, ``facts`` what a survey holds and must not lose.

Faults are looked for through the command line and the public classes, never through the program's insides.
"""
