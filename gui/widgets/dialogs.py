"""Questions to the person that stop everything else; functions, so that tests can replace them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QMessageBox, QWidget

from gui.preferences import Preferences
from gui.widgets.plain_texts import breakable


def ask_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder; None if the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def ask_scans(parent: QWidget, start: Path, title: str = "") -> tuple[Path, ...]:
    """Ask for files to read; none if the person thought better of it."""
    # Imported here, for OpenCV stands behind it, and the window must not wait for that when it starts.
    from omr.images.page_source import EXTENSIONS

    title = title or QCoreApplication.translate("dialogs", "Add scans")
    kinds = QCoreApplication.translate("dialogs", "Scans ({endings})")
    endings = " ".join(f"*{extension}" for extension in sorted(EXTENSIONS))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(start), kinds.format(endings=endings))
    return tuple(Path(path) for path in chosen)


def ask_form_files(parent: QWidget, start: Path) -> tuple[Path, ...]:
    """Ask for the files of a blank form; none if the person thought better of it."""
    # Imported here, as above.
    from omr.forms.document_kinds import DOCUMENT_ENDINGS
    from omr.images.page_source import EXTENSIONS

    title = QCoreApplication.translate("dialogs", "Choose the blank form, or several filled copies of it")
    kinds = QCoreApplication.translate("dialogs", "Forms ({endings})")
    endings = " ".join(f"*{ending}" for ending in sorted({*EXTENSIONS, *DOCUMENT_ENDINGS}))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(start), kinds.format(endings=endings))
    return tuple(Path(path) for path in chosen)


def ask_file(parent: QWidget, title: str, start: Path, kinds: str) -> Path | None:
    """Ask for one file that exists; ``kinds`` is a Qt name filter."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return Path(chosen) if chosen else None


def ask_save_path(parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
    """Ask where to write a file; ``kinds`` is a Qt name filter."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    return Path(chosen) if chosen else None


def ask_workbook(parent: QWidget, title: str, proposal: Path) -> tuple[Path, bool] | None:
    """Ask where to write a workbook, and whether crops of verified answers go beside it."""
    plain = QCoreApplication.translate("dialogs", "Excel workbooks (*.xlsx)")
    with_crops = QCoreApplication.translate("dialogs", "Excel workbooks with pictures of verified answers (*.xlsx)")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposal), f"{plain};;{with_crops}")
    return (Path(chosen), kind == with_crops) if chosen else None


def sign(parent: QWidget, preferences: Preferences) -> str:
    """Return who decides, asked once on this machine; empty if the person thought better of it."""
    if not preferences.operator:
        title = QCoreApplication.translate("dialogs", "Who decides?")
        label = QCoreApplication.translate("dialogs", "Your name is kept with what you decide. This is asked once.")
        name, is_confirmed = QInputDialog.getText(parent, title, label)
        if is_confirmed and name.strip():
            preferences.operator = name
    return preferences.operator


def show_error(parent: QWidget, error: Exception, *, offer: str = "") -> bool:
    """Say what happened, what was kept and what to do.

    Args:
        parent: The message belongs to it.
        error: What went wrong.
        offer: Text of a button that offers help; empty for none.

    Returns:
        Whether the person took the offer.
    """
    # Imported here, as above: messages about pages know the engine's findings.
    from gui.i18n.error_messages import describe_error, details_of

    message = describe_error(error)
    box = QMessageBox(QMessageBox.Icon.Warning, "Phiếu", breakable(message.happened), parent=parent)
    box.setInformativeText(breakable(message.advice))
    for label in box.findChildren(QLabel):  # the box's own format is that of its first text only
        label.setTextFormat(Qt.TextFormat.PlainText)
    if details := details_of(error):
        box.setDetailedText(details)
    help_button = box.addButton(offer, QMessageBox.ButtonRole.AcceptRole) if offer else None
    if offer:
        box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    return help_button is not None and box.clickedButton() is help_button
