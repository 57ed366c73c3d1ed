"""The properties of what is chosen: questions, a section, or the form itself where nothing is."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from form_templates.editing.operations.questions import SetOverallItem
from form_templates.editing.operations.sections import RewordSection, SectionText, SetFactor
from form_templates.editing.operations.texts import FormText, RewordForm
from form_templates.model import FormTemplate, Item, ItemKind, Language, Section, Text
from gui.answering.answer_names import name_item
from gui.designing.form_editor import FormEditor
from gui.designing.questions.area_place import AreaPlace
from gui.designing.questions.fields import CalmComboBox, WordsField
from gui.designing.questions.item_properties import ItemProperties
from gui.designing.questions.taking_back_rows import TakingBackRows
from gui.designing.questions.typeset_properties import TypesetProperties
from gui.widgets.building_blocks import make_button, make_column, make_label


class SectionProperties(QWidget):
    """The words of a section, and whether it counts."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._section_id, self._language = "", Language.VIETNAMESE
        self.title, self.intro, self.factor = WordsField(), WordsField(), QCheckBox()
        self.group = WordsField()
        self._title_label, self._intro_label, self._group_label = make_label(), make_label(), make_label()
        layout = _make_form(self)
        layout.addRow(self._group_label, self.group)
        layout.setRowVisible(self.group, editor.is_typeset)
        layout.addRow(self._title_label, self.title)
        layout.addRow(self._intro_label, self.intro)
        layout.addRow(self.factor)
        parts = ((self.group, SectionText.GROUP), (self.title, SectionText.TITLE), (self.intro, SectionText.INTRO))
        for field, part in parts:
            field.typed.connect(
                lambda words, more, part=part: editor.do(
                    RewordSection(self._section_id, part, self._language, words), continues=more
                )
            )
        self.factor.clicked.connect(lambda is_on: editor.do(SetFactor(self._section_id, is_on)))

    def show_section(self, section: Section, language: Language) -> None:
        """Show a section, in the words of a language."""
        self._section_id, self._language = section.section_id, language
        self.group.show_words(_words(section.group, language))
        self.title.show_words(_words(section.title, language))
        self.intro.show_words(_words(section.intro, language))
        self.factor.setChecked(section.is_factor)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        self._title_label.setText(self.tr("Title"))
        self._intro_label.setText(self.tr("Sentence below it"))
        self._group_label.setText(self.tr("Heading above"))
        self.group.setToolTip(self.tr("Printed once above neighbouring sections that have the same"))
        self.factor.setText(self.tr("Counts in the satisfaction index"))
        _join(self._title_label, self.title)
        _join(self._intro_label, self.intro)
        _join(self._group_label, self.group)


class FormProperties(QWidget):
    """The title of the form, which question asks for overall satisfaction, and what is printed about taking back."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor, self._language = editor, Language.VIETNAMESE
        self.title, self.overall = WordsField(), CalmComboBox()
        self._title_label, self._overall_label = make_label(), make_label()
        layout = _make_form(self)
        layout.addRow(self._title_label, self.title)
        layout.addRow(self._overall_label, self.overall)
        self.taking_back = TakingBackRows(editor, layout)
        self.title.typed.connect(
            lambda words, more: editor.do(RewordForm(FormText.TITLE, self._language, words), continues=more)
        )
        self.overall.activated.connect(lambda _at: editor.do(SetOverallItem(self.overall.value)))

    def show_form(self, form: FormTemplate, language: Language) -> None:
        """Show a form, in the words of a language."""
        self._language = language
        self.title.show_words(_words(form.title, language))
        entries: list[tuple[str, object]] = [(self.tr("no question"), None)]
        entries += [
            (name_item(item, form.language), item.item_id) for item in form.items() if item.kind is ItemKind.SINGLE
        ]
        self.overall.fill(entries)
        self.overall.show_value(form.overall_item)
        self.taking_back.show_form(form)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        self._title_label.setText(self.tr("Title"))
        self._overall_label.setText(self.tr("Overall satisfaction"))
        self.taking_back.retranslate()
        _join(self._title_label, self.title)
        _join(self._overall_label, self.overall)


class PropertiesPanel(QWidget):
    """Follows what is chosen; a switch says in which language words are shown and typed."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self.words_language = editor.form.language
        self.heading = make_label("subheading")
        self.languages = {language: make_button("tab") for language in Language}
        self.of_items, self.of_section = ItemProperties(editor), SectionProperties(editor)
        self.of_form: FormProperties | TypesetProperties = (
            TypesetProperties(editor) if editor.is_typeset else FormProperties(editor)
        )
        self.place = AreaPlace(editor)
        self._stack = QStackedWidget()
        self._lay_out()
        editor.changed.connect(lambda _before: self.show_chosen())
        editor.chosen_changed.connect(self.show_chosen)
        self._retranslate()

    def show_chosen(self) -> None:
        """Show the properties of what is chosen now."""
        form, chosen, language = self._editor.form, self._editor.chosen, self.words_language
        items = tuple(form.item(item_id) for item_id in chosen.item_ids)
        section = next((each for each in form.sections if each.section_id == chosen.section_id), None)
        if items:
            self.of_items.show_items(items, language)
        elif section is not None:
            self.of_section.show_section(section, language)
        else:
            self.of_form.show_form(form, language)
        page = self.of_items if items else self.of_form if section is None else self.of_section
        self._stack.setCurrentIndex([self.of_items, self.of_section, self.of_form].index(page))
        self.heading.setText(self._name_of(items, section))
        self.place.show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top, group = QHBoxLayout(), QButtonGroup(self)
        top.addWidget(self.heading, stretch=1)
        for language, button in self.languages.items():
            button.setCheckable(True)
            button.setChecked(language is self.words_language)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, language=language: self._use(language))
            top.addWidget(button)
        for part in (self.of_items, self.of_section, self.of_form):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            part.setContentsMargins(0, 0, 8, 0)
            area.setWidget(part)
            self._stack.addWidget(area)
        column = make_column(self, margin=0, spacing=6)
        column.addLayout(top)
        column.addWidget(self._stack, stretch=1)
        column.addWidget(self.place)

    def _use(self, language: Language) -> None:
        self.words_language = language
        self.show_chosen()

    def _name_of(self, items: tuple[Item, ...], section: Section | None) -> str:
        if len(items) > 1:
            return self.tr("%n question(s)", "", len(items))
        if items:
            return self.tr("Question")
        return self.tr("Section") if section is not None else self.tr("Form")

    def _retranslate(self) -> None:
        self.languages[Language.VIETNAMESE].setText(self.tr("Vietnamese"))
        self.languages[Language.ENGLISH].setText(self.tr("English"))
        for part in (self.of_items, self.of_section, self.of_form, self.place):
            part.retranslate()
        self.show_chosen()


def _make_form(parent: QWidget) -> QFormLayout:
    layout = QFormLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(10)
    layout.setVerticalSpacing(6)
    return layout


def _join(label: QLabel, field: QWidget) -> None:
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())  # else it stands higher than its field


def _words(text: Text, language: Language) -> str:
    return text.vi if language is Language.VIETNAMESE else text.en
