"""Holds back what would write into a survey that can only be looked at here, and says why."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from omr.survey.folder import Survey


def hold_back(survey: Survey, *controls: QWidget | QAction) -> None:
    """Take controls away if the survey is read-only, and name the reason in their tips; call it last of all."""
    if not survey.is_read_only:
        return
    for control in controls:
        control.setEnabled(False)
        control.setToolTip(read_only_reason())


def read_only_reason() -> str:
    """Return in a sentence why nothing can be changed."""
    return QCoreApplication.translate("sharing", "This survey is read-only here, so nothing can be changed.")
