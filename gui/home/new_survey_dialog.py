"""Asks what a new survey is, its name, its form, its units and where it lives, and shows the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from form_templates.errors import TemplateError
from form_templates.loading import ShippedTemplate, load_template
from form_templates.model import Language
from form_templates.tables import LONGEST_NAME
from gui.form.form_starting import FormStarting
from gui.form.page_preview import PREVIEW_DPI, PagePreview
from gui.home.import_dialog import ImportDialog
from gui.home.units_choice import UnitsChoice
from gui.jobs import Jobs
from gui.new_form.new_form import NewForm
from gui.new_form.new_form_dialog import NewFormDialog
from gui.proposing.found_form import FoundForm
from gui.proposing.proposal_dialog import ProposalDialog
from gui.widgets import dialogs
from gui.widgets.building_blocks import (
    make_button,
    make_column,
    make_label,
    name_for_screen_readers,
    resize_within_screen,
    restyle,
)
from gui.widgets.plain_texts import as_tip
from gui.widgets.roomy_combo_box import RoomyComboBox
from omr.forms.form_pictures import checked_form_pictures
from omr.forms.new_survey import create_survey
from omr.forms.page_images import PageOpener
from omr.forms.unit_lists.reading import read_unit_list
from omr.survey.folder import Survey

_ASK = "ask"
_UNSAFE = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class NewSurvey:
    """What the dialog asked for; ``unit_list`` is None for a survey without units."""

    folder: Path
    template: str | Path
    name: str
    round_name: str
    unit_list: Path | None

    def create(self) -> Survey:
        """Make the survey; raises what ``Survey.create`` and ``read_unit_list`` raise."""
        units = read_unit_list(self.unit_list).units if self.unit_list else ()
        return create_survey(self.folder, self.template, name=self.name, round_name=self.round_name, units=units)


class NewSurveyDialog(QDialog):
    """Collects a ``NewSurvey``; creating it is the window's business."""

    confirmed = Signal(object)  # NewSurvey

    def __init__(
        self,
        templates: Sequence[ShippedTemplate],
        language: Language,
        parent_folder: Path,
        picture_jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New survey"))
        resize_within_screen(self, 1080, 620)
        self.setAcceptDrops(True)
        self._parent_folder = parent_folder
        self._folder_was_chosen = False
        self._opener = PageOpener()
        self._picture_jobs = picture_jobs
        self._language = language
        self._handed_over: list[TemporaryDirectory[str]] = []
        self.name_edit = QLineEdit()
        self.round_edit = QLineEdit()
        for edit in (self.name_edit, self.round_edit):
            edit.setMaxLength(LONGEST_NAME)
        self.template_box = RoomyComboBox()
        self.import_button = make_button()
        self.propose_button = make_button()
        self.start_button, self.edit_button = make_button(), make_button()
        self.new_form_button = make_button()
        self.units_choice = UnitsChoice(picture_jobs, lambda: self._parent_folder)
        self.units_box = self.units_choice.box
        self.folder_edit = QLineEdit()
        self._folder_button = make_button()
        self._buttons = QDialogButtonBox()
        self.preview = PagePreview(picture_jobs)
        self._starting = FormStarting(picture_jobs, self)
        self._times_edited = 0
        self._fill_choices(templates, language)
        self._lay_out()
        self._connect()
        self._update()
        self._show_template()

    def offer_form(self, form: FoundForm | NewForm) -> None:
        """Choose a form that was found in files or made of a list; its folder must last until the survey is made."""
        _offer(self.template_box, form.folder, form.template.title.in_language(self._language))

    def done(self, result: int) -> None:
        self._opener.close()
        for place in self._handed_over:
            place.cleanup()
        self._handed_over.clear()
        super().done(result)

    def survey_wanted(self) -> NewSurvey:
        """Return what is filled in."""
        return NewSurvey(
            folder=Path(self.folder_edit.text().strip()),
            template=self.template_box.currentData(),
            name=self.name_edit.text().strip(),
            round_name=self.round_edit.text().strip(),
            unit_list=self.units_choice.unit_list,
        )

    def _fill_choices(self, templates: Sequence[ShippedTemplate], language: Language) -> None:
        for shipped in templates:
            self.template_box.addItem(shipped.title.in_language(language), shipped.template_id)
        self.template_box.addItem(self.tr("From a folder…"), _ASK)

    def _lay_out(self) -> None:
        heading = make_label("heading")
        heading.setText(self.tr("New survey"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        left = QWidget()
        layout = make_column(left, margin=0, spacing=16)
        layout.addWidget(heading)
        layout.addLayout(self._make_form())
        layout.addStretch()
        layout.addWidget(self._buttons)
        row.addWidget(left, stretch=5)
        row.addWidget(self.preview, stretch=3)
        self.create_button = self._buttons.addButton(self.tr("Create survey"), QDialogButtonBox.ButtonRole.AcceptRole)
        restyle(self.create_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.name_edit.setPlaceholderText(self.tr("Citizen satisfaction, Bắc Ninh"))
        self.round_edit.setPlaceholderText("2020")
        self.template_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        form.addRow(self.tr("&Name"), self.name_edit)
        form.addRow(self.tr("&Round"), self.round_edit)
        label = QLabel(self.tr("&Form"))
        label.setBuddy(self.template_box)
        form.addRow(label, self._make_template_row())
        label = QLabel(self.tr("&Units"))
        label.setBuddy(self.units_box)
        form.addRow(label, self.units_choice)
        label = QLabel(self.tr("Fol&der"))
        label.setBuddy(self.folder_edit)
        form.addRow(label, self._make_folder_row())
        return form

    def _make_template_row(self) -> QVBoxLayout:
        self.propose_button.setText(self.tr("Form from a file…"))
        self.new_form_button.setText(self.tr("New form…"))
        self.new_form_button.setToolTip(self.tr("Typesets a new form of questions pasted from Excel or Word"))
        self.import_button.setText(self.tr("Import a form…"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.propose_button)
        buttons.addWidget(self.new_form_button)
        buttons.addWidget(self.import_button)
        buttons.addStretch()
        self.start_button.setText(self.tr("New form from this one…"))
        self.start_button.setToolTip(as_tip(self.tr("A form of its own that begins with these questions")))
        self.edit_button.setText(self.tr("Edit…"))
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.start_button)
        others.addWidget(self.edit_button)
        others.addStretch()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.template_box)
        column.addLayout(others)
        column.addLayout(buttons)
        return column

    def _make_folder_row(self) -> QHBoxLayout:
        name_for_screen_readers(self.folder_edit, self.tr("Folder of the survey"))
        self._folder_button.setText(self.tr("Choose…"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder_edit, stretch=1)
        row.addWidget(self._folder_button)
        return row

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._update)
        self.round_edit.textChanged.connect(self._update)
        self.folder_edit.textEdited.connect(self._on_folder_edited)
        self.template_box.activated.connect(self._on_template_chosen)
        self.template_box.currentIndexChanged.connect(self._show_template)
        self.units_choice.changed.connect(self._update)
        self.start_button.clicked.connect(self._on_start)
        self.edit_button.clicked.connect(lambda: self._starting.edit(self.template_box.currentData()))
        self._starting.ended.connect(self._on_form_edited)
        self.propose_button.clicked.connect(self._on_propose)
        self.new_form_button.clicked.connect(self._on_new_form)
        self.import_button.clicked.connect(self._on_import)
        self._folder_button.clicked.connect(self._on_choose_folder)
        self._buttons.accepted.connect(lambda: self.confirmed.emit(self.survey_wanted()))
        self._buttons.rejected.connect(self.reject)

    def _update(self) -> None:
        name = self.name_edit.text().strip()
        if not self._folder_was_chosen:
            self.folder_edit.setText(str(self._parent_folder / propose_folder_name(name, self.round_edit.text())))
        is_complete = bool(name and self.folder_edit.text().strip() and self.template_box.count())
        self.create_button.setEnabled(is_complete and self.units_choice.is_usable)

    def _on_folder_edited(self) -> None:
        self._folder_was_chosen = True
        self._update()

    def _on_choose_folder(self) -> None:
        chosen = dialogs.ask_folder(self, self.tr("Choose where the survey's folder is made"), self._parent_folder)
        if chosen is None:
            return
        self._parent_folder = chosen
        self._folder_was_chosen = False
        self._update()

    def _on_template_chosen(self) -> None:
        if self.template_box.currentData() == _ASK:
            title = self.tr("Choose the folder of a form template")
            _offer(self.template_box, dialogs.ask_folder(self, title, self._parent_folder))

    def _show_template(self) -> None:
        source = self.template_box.currentData()
        self.edit_button.setEnabled(isinstance(source, Path))
        self.start_button.setEnabled(source != _ASK)
        if source != _ASK:
            key = source, self._times_edited
            self.preview.show_pages(key, lambda: checked_form_pictures(source, dpi=PREVIEW_DPI, opener=self._opener))

    def _on_start(self) -> None:
        self._starting.start_from(self.template_box.currentData(), self._parent_folder)

    def _on_form_edited(self, folder: Path) -> None:
        self._times_edited += 1
        place = self.template_box.findData(folder)
        if place >= 0:
            self.template_box.setCurrentIndex(place)
            self._show_template()
        else:
            _offer(self.template_box, folder, self._title_of(folder))

    def _title_of(self, folder: Path) -> str:
        try:
            form = load_template(folder)
            return f"{' '.join(form.title.in_language(self._language).split())} · {form.template_id}"
        except TemplateError:  # which the preview tells
            return folder.name

    def _on_import(self) -> None:
        dialog = ImportDialog(self._parent_folder, self)
        dialog.imported.connect(lambda folder: _offer(self.template_box, folder))
        dialog.open()

    def _on_propose(self) -> None:
        self.propose(dialogs.ask_form_files(self, self._parent_folder))

    def propose(self, paths: Sequence[Path]) -> None:
        """Find the questions of a form in files and choose it when the person says so."""
        if not paths:
            return
        dialog = ProposalDialog(paths, self._language, self._parent_folder, self)
        dialog.survey_button.setText(self.tr("Use this form"))
        dialog.wanted.connect(lambda form: self._on_form_wanted(dialog, form))
        dialog.open()

    def _on_new_form(self) -> None:
        dialog = NewFormDialog(self._language, self._parent_folder, self._picture_jobs, self)
        dialog.survey_button.setText(self.tr("Use this form"))
        dialog.wanted.connect(lambda form: self._on_form_wanted(dialog, form))
        dialog.open()

    def _on_form_wanted(self, dialog: ProposalDialog | NewFormDialog, form: FoundForm | NewForm) -> None:
        place = dialog.hand_over()
        if place is not None:
            self._handed_over.append(place)
        if place is not None or isinstance(dialog, NewFormDialog):  # which may have kept it
            self.offer_form(form)
        dialog.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.propose(_dropped_files(event))


def _dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


def _offer(box: QComboBox, path: Path | None, name: str = "") -> None:
    """Put what was chosen before the last entry, which asks; without a choice the first entry stands."""
    if path is None:
        box.setCurrentIndex(0)
        return
    place = box.count() - 1
    box.insertItem(place, name or path.name, path)
    box.setCurrentIndex(place)


def propose_folder_name(name: str, round_name: str) -> str:
    """Return a folder name that any system takes, made of the survey's name and round."""
    words = f"{name} {round_name.strip()}".strip() or "Phiếu"
    return "".join("-" if character in _UNSAFE else character for character in words).strip(" .")
