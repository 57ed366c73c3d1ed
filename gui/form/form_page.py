"""The form of the survey: what it asks beside how it looks, and the way to print it."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSplitter, QWidget

from form_templates.model import ItemId, Language
from gui.export_state import ExportState
from gui.form.form_adding import FormAdding
from gui.form.form_editing import FormEditing
from gui.form.form_picture import FormPicture, tags_of
from gui.form.form_starting import FormStarting
from gui.form.item_tree import ItemTree
from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import Picture, areas_of, to_image
from gui.preferences import Preferences
from gui.sharing.read_only import hold_back
from gui.widgets.building_blocks import keep_splitter, make_button, make_column, make_label, name_for_screen_readers
from gui.widgets.plain_texts import as_tip, breakable
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.forms.form_pictures import blank_form_pictures
from omr.results import PageOutcome

_DPI = 110.0


class FormPage(QWidget):
    """Items on the left, the page on the right; choosing in one shows the other."""

    forms_wanted = Signal()
    cancel_wanted = Signal()  # what is written now
    form_added = Signal(object)  # FormKey
    proposal_wanted = Signal()  # another form is to be made from a file
    new_form_wanted = Signal()  # another one, of a list of questions

    def __init__(
        self, workspace: Workspace, preferences: Preferences, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._language = language
        self._pictures: dict[int, Picture] = {}
        self._is_loading = False
        self.pages: dict[int, QPushButton] = {}
        self._page_group = QButtonGroup(self)
        self.facts, self.versions = make_label("muted"), make_label("muted", wraps=True)
        self.print_button = make_button("primary")
        self.add_button = make_button()
        self.proposal_button, self.edit_button = make_button(), make_button()
        self.start_button = make_button()
        self.new_form_button = make_button()
        self.tree = ItemTree()
        self.view = FormPicture()
        self.state = ExportState(wraps=True)
        self._adding = FormAdding(workspace, preferences, self)
        self._editing = FormEditing(workspace, self)
        self._preferences, self._starting = preferences, FormStarting(workspace.jobs, self)
        self._lay_out(preferences)
        self._connect()
        self._retranslate()

    @property
    def page_number(self) -> int:
        """The page that is shown."""
        return self._page_group.checkedId()

    @property
    def has_pictures(self) -> bool:
        """Whether the pages are drawn."""
        return bool(self._pictures)

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self._retranslate()

    def say(self, text: str, *, path: Path | None = None, can_cancel: bool = False) -> None:
        """Say what came of the last printing, which wrote ``path``, or how far one is that can be stopped."""
        self.state.say(text, path=path, can_cancel=can_cancel)

    def set_working(self, *, is_working: bool) -> None:
        """Offer no second printing while one is written."""
        self.print_button.setEnabled(not is_working)
        hold_back(self._workspace.survey, self.print_button)

    def show_page(self, number: int) -> None:
        """Show another page."""
        self.pages[number].setChecked(True)
        picture = self._pictures.get(number)
        if picture is not None:
            self.view.show_page(picture, tags_of(self._workspace.survey.template, picture.areas))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_editing()
        self._load()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self, preferences: Preferences) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.view)
        splitter.setSizes([460, 660])
        splitter.setStretchFactor(0, 2)  # both give way in a narrow window
        splitter.setStretchFactor(1, 3)
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        keep_splitter(splitter, "form", preferences)
        layout = make_column(self)
        layout.addLayout(self._make_top_row())
        layout.addWidget(self.versions)
        layout.addWidget(splitter, stretch=1)
        bottom = WrappingRow()  # the row at the top is full
        bottom.addWidget(self.facts)
        bottom.addWidget(self.state, stretch=1)
        bottom.addStretch()
        bottom.addWidget(self.start_button)
        layout.addLayout(bottom)

    def _make_top_row(self) -> WrappingRow:
        row = WrappingRow()
        row.setSpacing(6)
        row.addWidget(self.print_button)
        row.addWidget(self.edit_button)
        row.addWidget(self.add_button)
        row.addWidget(self.proposal_button)
        row.addWidget(self.new_form_button)
        row.addStretch()
        for layout in self._workspace.survey.template.pages:
            button = self.pages[layout.number] = make_button("filter")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, number=layout.number: self.show_page(number))
            self._page_group.addButton(button, layout.number)
            row.addWidget(button)
        next(iter(self.pages.values())).setChecked(True)
        return row

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.forms_wanted)
        self.state.cancel_wanted.connect(self.cancel_wanted)
        self.add_button.clicked.connect(self._adding.ask)
        self._adding.added.connect(self.form_added)
        self.edit_button.clicked.connect(self._editing.ask)
        self._editing.edited.connect(self.form_added)
        self.start_button.clicked.connect(self._on_start)
        self._starting.ended.connect(self._on_started)
        self._workspace.pages_changed.connect(self._offer_editing)
        self._workspace.pages_changed.connect(self._say_versions)
        self._workspace.reading_changed.connect(self._offer_editing)
        self._workspace.reading_changed.connect(self._offer_adding)
        self.proposal_button.clicked.connect(self.proposal_wanted)
        self.new_form_button.clicked.connect(self.new_form_wanted)
        self.tree.item_chosen.connect(self._on_item_chosen)
        self.view.area_clicked.connect(lambda item_id, _option: self.tree.choose(ItemId(item_id)))

    def _offer_adding(self) -> None:
        self.add_button.setEnabled(not self._workspace.is_reading)
        self.add_button.setToolTip(as_tip(self.tr("Another form whose pages may lie in the same piles")))
        hold_back(self._workspace.survey, self.add_button)

    def _on_start(self) -> None:
        self._starting.start_from(self._workspace.survey.template_folder, self._preferences.last_folder)

    def _on_started(self, folder: Path) -> None:
        text = self.tr("The new form is in {folder}. A new survey can be made with it, or it can be added to this one.")
        self.say(breakable(text.format(folder=folder)))

    def _offer_editing(self) -> None:
        """Offer to change the form, and say what becomes of one that pages were read by."""
        self.start_button.setVisible(self._editing.is_of_ours)
        self.edit_button.setEnabled(self._editing.is_possible)
        tip = self.tr("Areas, questions and scales of the form")
        if self._editing.is_of_ours:
            tip = self.tr("Words, questions, scales and setting of the form")
        if self._workspace.is_reading:
            tip = self.tr("Scans are being read; the form can be edited afterwards")
        elif self._editing.is_used:
            tip = self.tr("Changes become a new version; pages that were read keep theirs")
        self.edit_button.setToolTip(as_tip(tip))
        hold_back(self._workspace.survey, self.edit_button)

    def _say_versions(self) -> None:
        """Say how many pages each version of the form has read, where there are several."""
        survey = self._workspace.survey
        keys = [key for key in survey.forms.keys if key.template_id == survey.template.template_id]
        seen = (PageOutcome.READ, PageOutcome.OTHER_FORM)
        pages = (page for page in self._workspace.snapshot.pages if page.outcome in seen)
        read = Counter(page.identity.form for page in pages if page.identity is not None)
        counts = [  # none until the pages are listed
            self.tr("version {version}: {pages}").format(
                version=key.version, pages=self.tr("%n page(s) read", "", read[key])
            )
            for key in (keys if read else ())
        ]
        shown = self.tr("Shown is version {version}").format(version=survey.template.version)
        self.versions.setText(" · ".join([shown, *counts]))
        self.versions.setVisible(len(keys) > 1)

    def _on_item_chosen(self, item_id: str) -> None:
        number = self._workspace.survey.template.page_of(ItemId(item_id))
        if number != self.page_number:
            self.show_page(number)
        self.view.choose(ItemId(item_id))

    def _load(self) -> None:
        if self._pictures or self._is_loading:
            return
        self._is_loading = True
        self.view.show_note(self.tr("Drawing the form…"))
        folder = self._workspace.survey.template_folder
        job = self._workspace.picture_jobs.start(lambda _report, _cancel: _draw(folder))
        job.succeeded.connect(self._on_drawn)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_loading_ended)

    def _on_drawn(self, pictures: dict[int, Picture]) -> None:
        self._pictures = pictures
        self.show_page(self.page_number)

    def _on_failed(self, error: Exception) -> None:
        message = describe_error(error)
        self.view.show_note(f"{message.happened}\n{message.advice}")

    def _on_loading_ended(self) -> None:
        self._is_loading = False

    def _retranslate(self) -> None:
        template = self._workspace.survey.template
        items = sum(1 for _ in template.items())
        self.facts.setText(self.tr("%n question(s)", "", items))
        self.print_button.setText(self.tr("Print forms…"))
        self.add_button.setText(self.tr("Add a form…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.start_button.setText(self.tr("New form from this one…"))
        self.start_button.setToolTip(as_tip(self.tr("A form of its own that begins with these questions")))
        self._offer_editing()
        self._say_versions()
        self.proposal_button.setText(self.tr("Another form from a file…"))
        self.new_form_button.setText(self.tr("New form…"))
        self.new_form_button.setToolTip(self.tr("Typesets a new form of questions pasted from Excel or Word"))
        self.proposal_button.setToolTip(self.tr("A Word file, PDF or picture of a blank form can also be dropped here"))
        hold_back(self._workspace.survey, self.print_button)
        self._offer_adding()
        for number, button in self.pages.items():
            button.setText(self.tr("Page {number}").format(number=number))
        name_for_screen_readers(self.tree, self.tr("Questions of the form"))
        self.tree.setToolTip("")
        self.tree.show_template(template, self._language)


def _draw(folder: Path) -> dict[int, Picture]:
    template, pictures = blank_form_pictures(folder, dpi=_DPI)
    return {
        layout.number: Picture(to_image(pixels), areas_of(layout, _DPI))
        for layout, pixels in zip(template.pages, pictures, strict=True)
    }
