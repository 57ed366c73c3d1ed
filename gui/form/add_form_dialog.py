"""Asks which form is to be added to a survey, and shows it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QWidget

from form_templates.loading import ShippedTemplate
from form_templates.model import FormKey, Language
from gui.form.page_preview import PREVIEW_DPI, PagePreview
from gui.jobs import Jobs
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_column, make_label, name_for_screen_readers, resize_within_screen, restyle
from gui.widgets.roomy_combo_box import RoomyComboBox
from omr.forms.form_pictures import checked_form_pictures
from omr.forms.page_images import PageOpener

_ASK = "ask"


class AddFormDialog(QDialog):
    """Collects the id of a shipped template or a folder; to add it is its owner's business."""

    confirmed = Signal(object)  # str | Path

    def __init__(
        self,
        templates: Sequence[ShippedTemplate],
        known: Sequence[FormKey],
        language: Language,
        parent_folder: Path,
        picture_jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a form"))
        resize_within_screen(self, 880, 600)
        self._parent_folder = parent_folder
        self._opener = PageOpener()
        self.template_box = RoomyComboBox()
        self.state = make_label("muted", wraps=True)
        self.preview = PagePreview(picture_jobs)
        self._buttons = QDialogButtonBox()
        for shipped in templates:
            if FormKey(shipped.template_id, shipped.version) not in known:
                self.template_box.addItem(shipped.title.in_language(language), shipped.template_id)
        self.template_box.addItem(self.tr("From a folder…"), _ASK)
        self._lay_out()
        self._connect()
        self._show_template()

    def done(self, result: int) -> None:
        self._opener.close()
        super().done(result)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        left = QWidget()
        column = make_column(left, margin=0, spacing=12)
        heading, hint = make_label("heading"), make_label("muted", wraps=True)
        heading.setText(self.tr("Add a form"))
        hint.setText(
            self.tr(
                "Its pages may lie in the same piles: every page finds its own form. Scans from now on are read with "
                "it; what was read stays as it is. Pages that are of none of the forms so far can be chosen under Scan "
                "and tried again. Each form has its own review and its own results."
            )
        )
        self.template_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        name_for_screen_readers(self.template_box, self.tr("Form to add"))
        self.add_button = self._buttons.addButton(self.tr("Add form"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.add_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        for part in (heading, hint, self.template_box, self.state):
            column.addWidget(part)
        column.addStretch()
        column.addWidget(self._buttons)
        row.addWidget(left, stretch=4)
        row.addWidget(self.preview, stretch=3)

    def _connect(self) -> None:
        self.template_box.activated.connect(self._on_chosen)
        self.template_box.currentIndexChanged.connect(self._show_template)
        self._buttons.accepted.connect(lambda: self.confirmed.emit(self.template_box.currentData()))
        self._buttons.rejected.connect(self.reject)

    def _on_chosen(self) -> None:
        if self.template_box.currentData() != _ASK:
            return
        folder = dialogs.ask_folder(self, self.tr("Choose the folder of a form template"), self._parent_folder)
        if folder is not None:
            place = self.template_box.count() - 1
            self.template_box.insertItem(place, folder.name, folder)
            self.template_box.setCurrentIndex(place)
        elif self.template_box.count() > 1:
            self.template_box.setCurrentIndex(0)

    def _show_template(self) -> None:
        source = self.template_box.currentData()
        self.add_button.setEnabled(source != _ASK)
        if source != _ASK:
            self.preview.show_pages(source, lambda: checked_form_pictures(source, dpi=PREVIEW_DPI, opener=self._opener))
