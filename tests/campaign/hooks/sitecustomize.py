"""Notes every network socket that a Python process makes; Python imports this at start where its folder is in its path.

So workers are watched too. Sockets between processes of one machine (``AF_UNIX``) are pipes by another name.
"""

import os
import sys

_NOTES = os.environ.get("PHIEU_CAMPAIGN_SOCKETS")
_UNIX = 1


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    is_network = event == "socket.__new__" and arguments[1] != _UNIX
    if is_network or event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(str(_NOTES), "a", encoding="utf-8") as notes:  # noqa: PTH123 - pathlib is not loaded yet
            notes.write(f"{event} {arguments}\n")


if _NOTES:
    sys.addaudithook(_watch)
