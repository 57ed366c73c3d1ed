"""The words of a typeset form outside its questions, and how it is set."""

from operator import is_

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QWidget

from form_templates.editing.operations.questions import SetOverallItem
from form_templates.editing.operations.setting import SetEdition, SetTextSize, SetTypeface, ShowMotto
from form_templates.editing.operations.texts import FormText, RewordForm, SetLanguage
from form_templates.model import LATEST_EDITION, FormTemplate, ItemKind, Language, Text, Typeface
from form_templates.validation import TEXT_SIZES_PT
from gui.answering.answer_names import name_item
from gui.designing.form_editor import FormEditor
from gui.designing.questions.fields import CalmComboBox
from gui.designing.questions.taking_back_rows import TakingBackRows
from gui.designing.questions.words_area import WordsArea
from gui.i18n.translation import QT_TRANSLATE_NOOP
from gui.widgets.building_blocks import make_button, make_label, name_for_screen_readers
from gui.widgets.plain_texts import as_tip

_STEP_PT = 0.5
_LINES = {
    FormText.TITLE: 2,
    FormText.SUBTITLE: 2,
    FormText.ORGANISATION: 3,
    FormText.MOTTO: 3,
    FormText.INSTRUCTIONS: 3,
    FormText.CLOSING: 1,
}


_NAMES = {
    FormText.TITLE: QT_TRANSLATE_NOOP("TypesetProperties", "Title"),
    FormText.SUBTITLE: QT_TRANSLATE_NOOP("TypesetProperties", "Line below it"),
    FormText.ORGANISATION: QT_TRANSLATE_NOOP("TypesetProperties", "Institution"),
    FormText.MOTTO: QT_TRANSLATE_NOOP("TypesetProperties", "Its words"),
    FormText.INSTRUCTIONS: QT_TRANSLATE_NOOP("TypesetProperties", "Instructions"),
    FormText.CLOSING: QT_TRANSLATE_NOOP("TypesetProperties", "Closing line"),
}


def name_form_text(part: FormText) -> str:
    """Return what a text of the form itself is called."""
    return QCoreApplication.translate("TypesetProperties", _NAMES[part])


class CalmSizeBox(QDoubleSpinBox):
    """A size in points that the wheel does not change."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(*TEXT_SIZES_PT)
        self.setSingleStep(_STEP_PT)
        self.setDecimals(1)
        self.setSuffix(" pt")
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]


class TypesetProperties(QWidget):
    """Shows the form itself where nothing of it is chosen; has the manners of ``FormProperties``."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor, self._language = editor, Language.VIETNAMESE
        self.words = {part: WordsArea(lines) for part, lines in _LINES.items()}
        self.title = self.words[FormText.TITLE]
        self.motto_box = QCheckBox()
        self.typeface, self.text_size, self.printed_in = CalmComboBox(), CalmSizeBox(), CalmComboBox()
        self.overall = CalmComboBox()
        self._listed: tuple[object, object] | None = None  # what the questions in that box were taken from
        self.edition_button, self.key = make_button(), make_label("muted", wraps=True)
        self._form = QFormLayout(self)
        self._labels = {part: make_label() for part in FormText}
        self._set_label, self._printed_label, self._overall_label = make_label(), make_label(), make_label()
        self._lay_out()
        self._connect()

    def show_form(self, form: FormTemplate, language: Language) -> None:
        """Show a form, in the words of a language."""
        self._language = language
        for part, area in self.words.items():
            text: Text = getattr(form, part.value)
            area.show_words(text.vi if language is Language.VIETNAMESE else text.en)
        has_motto = bool(form.motto.vi or form.motto.en)
        self.motto_box.setChecked(has_motto)
        self._form.setRowVisible(self.words[FormText.MOTTO], has_motto)
        self.typeface.show_value(form.typesetting.typeface)
        self.text_size.blockSignals(True)
        self.text_size.setValue(form.typesetting.text_pt)
        self.text_size.blockSignals(False)
        self.printed_in.show_value(form.language)
        self._form.setRowVisible(self.edition_button, form.typesetting.edition < LATEST_EDITION)
        self._fill_overall(form)
        self.overall.show_value(form.overall_item)
        self.taking_back.show_form(form)
        self.key.setText(self.tr("{name}, version {version}").format(name=form.template_id, version=form.version))

    def _fill_overall(self, form: FormTemplate) -> None:
        """List the questions; typing elsewhere must not wait for that."""
        asked = (form.sections, form.language)
        if self._listed is not None and all(map(is_, self._listed, asked)):
            return
        self._listed = asked
        entries: list[tuple[str, object]] = [(self.tr("no question"), None)]
        entries += [
            (name_item(item, form.language), item.item_id) for item in form.items() if item.kind is ItemKind.SINGLE
        ]
        self.overall.fill(entries)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        self._listed = None
        for part in FormText:
            name = name_form_text(part)
            self._labels[part].setText(name)
            self._labels[part].setBuddy(self.words[part])
            self.words[part].setAccessibleName(name)
        self.motto_box.setText(self.tr("National heading"))
        self._set_label.setText(self.tr("Set in"))
        self._printed_label.setText(self.tr("Printed in"))
        self._overall_label.setText(self.tr("Overall satisfaction"))
        self.taking_back.retranslate()
        name_for_screen_readers(self.text_size, self.tr("Size of the questions"))
        self.typeface.fill([(self.tr("With serifs"), Typeface.SERIF), (self.tr("Without serifs"), Typeface.SANS)])
        self.printed_in.fill([(self.tr("Vietnamese"), Language.VIETNAMESE), (self.tr("English"), Language.ENGLISH)])
        self.edition_button.setText(self.tr("Set it as new forms are"))
        self.edition_button.setToolTip(
            as_tip(self.tr("This form is set by earlier rules; by today's, columns are shared and pages filled evenly"))
        )
        for label, field in (
            (self._set_label, self.typeface),
            (self._printed_label, self.printed_in),
            (self._overall_label, self.overall),
        ):
            label.setBuddy(field)
            label.setMinimumHeight(field.sizeHint().height())  # else it stands higher than its field

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(6)
        for part in (FormText.TITLE, FormText.SUBTITLE, FormText.ORGANISATION):
            form.addRow(self._labels[part], self.words[part])
        form.addRow(self.motto_box)
        for part in (FormText.MOTTO, FormText.INSTRUCTIONS, FormText.CLOSING):
            form.addRow(self._labels[part], self.words[part])
        setting = QHBoxLayout()
        setting.setSpacing(8)
        setting.addWidget(self.typeface, stretch=1)
        setting.addWidget(self.text_size)
        form.addRow(self._set_label, setting)
        form.addRow(self.edition_button)
        form.addRow(self._printed_label, self.printed_in)
        form.addRow(self._overall_label, self.overall)
        self.taking_back = TakingBackRows(self._editor, form)
        form.addRow(self.key)

    def _connect(self) -> None:
        editor = self._editor
        for part, area in self.words.items():
            area.typed.connect(lambda words, more, part=part: self._reword(part, words, continues=more))
        self.motto_box.clicked.connect(lambda is_on: editor.do(ShowMotto(is_on)))
        self.typeface.activated.connect(lambda _at: editor.do(SetTypeface(self.typeface.value)))
        self.text_size.valueChanged.connect(lambda size_pt: editor.do(SetTextSize(size_pt)))
        self.edition_button.clicked.connect(lambda: editor.do(SetEdition(LATEST_EDITION)))
        self.printed_in.activated.connect(lambda _at: editor.do(SetLanguage(self.printed_in.value)))
        self.overall.activated.connect(lambda _at: editor.do(SetOverallItem(self.overall.value)))

    def _reword(self, part: FormText, words: str, *, continues: bool) -> None:
        if not self._editor.do(RewordForm(part, self._language, words), continues=continues):
            self.show_form(self._editor.form, self._language)
