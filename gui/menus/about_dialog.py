"""What this program is: its version, its licence, and what it is made with."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QWidget

from gui.widgets.application_icon import application_icon
from gui.widgets.building_blocks import make_column, make_label
from gui.widgets.theme import current_colors, scaled
from omr.program_version import program_version

_WIDTH_PX = 460


class AboutDialog(QDialog):
    """Says what a person is asked for who reports a fault, in a text that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Phiếu"))
        sign, title = QLabel(), make_label("title")
        colors = current_colors()
        sign.setPixmap(application_icon(colors.accent, colors.on_accent).pixmap(44, 44))
        title.setText("Phiếu")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(sign)
        head.addWidget(title, stretch=1)
        purpose = make_label("muted", wraps=True)
        purpose.setText(self.tr("Prints, reads and counts questionnaires. Every number can be traced to ink."))
        self.facts = make_label(wraps=True)
        self.facts.setText(self._facts())
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = make_column(self, margin=24)
        layout.addLayout(head)
        for widget in (purpose, self.facts, buttons):
            layout.addWidget(widget)
        self.setFixedWidth(scaled(_WIDTH_PX))

    def _facts(self) -> str:
        made_with = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}"
        lines = (
            self.tr("Version {version}").format(version=program_version()),
            self.tr("Licence: Apache 2.0; typefaces under the SIL Open Font License"),
            made_with,
        )
        return "\n".join(lines)
