"""Import OpenCV without what it does to Qt; everything that needs OpenCV imports it from here.

Importing opencv-python points two Qt variables at its own Qt 5, which then takes the blame for (and confuses) the Qt 6
window and every child process; so they are put back as they were.
"""

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402 - must come between saving and restoring

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

__all__ = ["cv2"]
