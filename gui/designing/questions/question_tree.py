"""Sections, questions and options as a list: dragged into order, renamed in place, merged, split, deleted."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QDropEvent, QFont, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem

from form_templates.editing.edit import Edit
from form_templates.editing.operations.options import OptionList, RelabelOption
from form_templates.editing.operations.questions import RelabelItem
from form_templates.editing.operations.sections import RewordSection, SectionText
from form_templates.model import FormTemplate, ItemId
from gui.designing.form_editor import FormEditor
from gui.designing.question_colors import color_of_position, patch
from gui.designing.questions.tree_edits import (
    LineKind,
    TreeCommand,
    TreeLine,
    deletion_of,
    edit_of,
    line_moved,
    moved_lines,
    possible_commands,
)
from gui.widgets.plain_texts import as_tip
from gui.widgets.theme import current_colors

_LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class LineWords(NamedTuple):
    """What a line says: a text, and a number or code at its end."""

    text: str
    short: str = ""


class QuestionTree(QTreeWidget):
    """Lists what the form in hand asks, in the words that are printed; what is done in it becomes an edit."""

    def __init__(self, editor: FormEditor) -> None:
        super().__init__()
        self._editor = editor
        self._wrong: frozenset[str] = frozenset()
        self._doubtful: frozenset[str] = frozenset()
        self._open: set[ItemId] = set()
        self._rows: dict[TreeLine, LineWords] = {}
        self._entries: dict[TreeLine, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemSelectionChanged.connect(self._on_selected)
        self.itemChanged.connect(self._on_renamed)
        self.itemExpanded.connect(lambda entry: self._open.add(_line_of(entry).item_id))
        self.itemCollapsed.connect(lambda entry: self._open.discard(_line_of(entry).item_id))
        editor.changed.connect(self._on_form_changed)
        editor.chosen_changed.connect(self._show_chosen)
        self._retranslate()
        self._fill()

    def show_marks(self, wrong: frozenset[str], doubtful: frozenset[str]) -> None:
        """Mark questions and sections, by id, about which something is to be said."""
        if (wrong, doubtful) != (self._wrong, self._doubtful):
            self._wrong, self._doubtful = wrong, doubtful
            with QSignalBlocker(self):
                self._show_icons()

    def lines(self) -> tuple[TreeLine, ...]:
        """Return what is selected, from the top down."""
        selected = {_line_of(entry) for entry in self.selectedItems()}
        return tuple(line for line in self._entries if line in selected)

    def run(self, command: TreeCommand) -> None:
        """Do to the selected lines what a command says."""
        edit = edit_of(command, self._editor.form, self.lines())
        if edit is not None:
            self._editor.do(edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Delete:
            self._do(deletion_of(self._editor.form, self.lines()))
        elif is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._do(line_moved(self._editor.form, self.lines(), -1 if event.key() == Qt.Key.Key_Up else 1))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        possible = possible_commands(self._editor.form, self.lines())
        for command, text in self._command_texts().items():
            action = menu.addAction(text)
            action.setEnabled(command in possible)
            action.triggered.connect(lambda _checked=False, command=command: self.run(command))
        menu.exec(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        entry = self.itemAt(event.position().toPoint())
        is_below = self.dropIndicatorPosition() is not QAbstractItemView.DropIndicatorPosition.AboveItem
        event.setDropAction(Qt.DropAction.IgnoreAction)  # Qt must not move the lines itself
        event.accept()
        if entry is not None:
            self._do(moved_lines(self._editor.form, self.lines(), _line_of(entry), is_below=is_below))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Questions of the form"))

    def _command_texts(self) -> dict[TreeCommand, str]:
        return {
            TreeCommand.MERGE: self.tr("Make one question of these"),
            TreeCommand.SPLIT: self.tr("Make a question of these options"),
            TreeCommand.NEW_SECTION: self.tr("Begin a section here"),
            TreeCommand.MERGE_SECTIONS: self.tr("Make one section of these"),
            TreeCommand.DELETE: self.tr("Delete"),
        }

    def _do(self, edit: Edit | None) -> None:
        if edit is not None:
            self._editor.do(edit)

    def _on_form_changed(self, before: FormTemplate) -> None:
        if self._editor.form.sections is before.sections:
            return
        rows = _rows_of(self._editor.form)
        if rows.keys() == self._rows.keys() and list(rows) == list(self._rows):
            self._reword(rows)
        else:
            self._fill()

    def _reword(self, rows: dict[TreeLine, LineWords]) -> None:
        """Show other words on the same lines: typing must not wait for the whole list."""
        with QSignalBlocker(self):
            for line, words in rows.items():
                if words != self._rows[line]:
                    _show_words(self._entries[line], line, words)
        self._rows = rows
        self.viewport().update()

    def _fill(self) -> None:
        at = self.verticalScrollBar().value()
        self._rows = _rows_of(self._editor.form)
        self._entries = {line: _entry(line, words) for line, words in self._rows.items()}
        self.setUpdatesEnabled(False)
        with QSignalBlocker(self):
            self.clear()
            children: dict[TreeLine, list[QTreeWidgetItem]] = {}
            for line, entry in self._entries.items():
                above = line.above
                if above is not None:
                    children.setdefault(above, []).append(entry)
            for line, below in children.items():
                self._entries[line].addChildren(below)
            branches = [line for line in self._entries if line.kind is LineKind.SECTION]
            self.addTopLevelItems([self._entries[line] for line in branches])
            for line, entry in self._entries.items():
                if line.kind is LineKind.SECTION or (line.kind is LineKind.ITEM and line.item_id in self._open):
                    entry.setExpanded(True)
            self._show_icons()
        self.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(at)
        self._show_chosen(is_scrolling=False)

    def _show_icons(self) -> None:
        colors, position = current_colors(), 0
        for line, entry in self._entries.items():
            name = line.section_id if line.kind is LineKind.SECTION else line.item_id
            color: QColor | None = None
            if line.kind is LineKind.OPTION:
                continue
            if line.kind is LineKind.ITEM:
                color, position = color_of_position(position), position + 1
            is_marked = name in self._wrong or name in self._doubtful
            if is_marked:
                color = colors.bad if name in self._wrong else colors.warn
            entry.setIcon(0, patch(color, is_round=is_marked) if color is not None else QIcon())

    def _show_chosen(self, *, is_scrolling: bool = True) -> None:
        chosen, wanted = self._editor.chosen, set(self._editor.chosen.item_ids)
        selected = self.lines()
        kept = [line for line in selected if line.kind is LineKind.OPTION and line.item_id in wanted]
        if chosen.option and chosen.option in {line.option for line in kept}:
            return  # several options may be selected, of which the page shows one
        if chosen.section_id and chosen.section_id in {line.section_id for line in selected if not line.item_id}:
            return
        lines = [line for line in self._entries if self._is_chosen(line, wanted)]
        with QSignalBlocker(self):
            self.clearSelection()
            for line in lines:
                self._entries[line].setSelected(True)
        if lines and is_scrolling:
            self.scrollToItem(self._entries[lines[0]])
        self.viewport().update()

    def _is_chosen(self, line: TreeLine, wanted: set[ItemId]) -> bool:
        chosen = self._editor.chosen
        if line.kind is LineKind.SECTION:
            return line.section_id == chosen.section_id
        return line.item_id in wanted and line.option == chosen.option

    def _on_selected(self) -> None:
        lines = self.lines()
        items = tuple(dict.fromkeys(line.item_id for line in lines if line.kind is LineKind.ITEM))
        options = [line for line in lines if line.kind is LineKind.OPTION]
        if items:
            self._editor.choose_items(items)
        elif options:
            self._editor.choose_items([options[0].item_id], options[0].option)
        elif lines:
            self._editor.choose_section(lines[0].section_id)

    def _on_renamed(self, entry: QTreeWidgetItem, column: int) -> None:
        if column:
            return
        line, words, language = _line_of(entry), entry.text(0), self._editor.form.language
        edit: Edit
        match line.kind:
            case LineKind.SECTION:
                edit = RewordSection(line.section_id, SectionText.TITLE, language, words)
            case LineKind.ITEM:
                edit = RelabelItem(line.item_id, language, words)
            case LineKind.OPTION:
                edit = RelabelOption(OptionList(line.item_id), line.option, language, words)
        if not self._editor.do(edit):
            self._fill()


def _line_of(entry: QTreeWidgetItem) -> TreeLine:
    line = entry.data(0, _LINE_ROLE)
    assert isinstance(line, TreeLine), "every line is made with one"
    return line


def _rows_of(form: FormTemplate) -> dict[TreeLine, LineWords]:
    """Return the lines of a form, from the top down."""
    language, rows = form.language, {}
    for section in form.sections:
        rows[TreeLine(LineKind.SECTION, section.section_id)] = LineWords(section.title.in_language(language))
        for item in section.items:
            line = TreeLine(LineKind.ITEM, section.section_id, item.item_id)
            rows[line] = LineWords(item.label.in_language(language), item.number or item.item_id)
            for option in item.options:
                line = TreeLine(LineKind.OPTION, section.section_id, item.item_id, option.value)
                rows[line] = LineWords(option.label.in_language(language), option.value)
    return rows


def _entry(line: TreeLine, words: LineWords) -> QTreeWidgetItem:
    entry = QTreeWidgetItem()
    entry.setData(0, _LINE_ROLE, line)
    entry.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    entry.setForeground(1, current_colors().muted)
    entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsEditable)
    if line.kind is LineKind.SECTION:
        font = QFont()
        font.setBold(True)
        entry.setFont(0, font)
    _show_words(entry, line, words)
    return entry


def _show_words(entry: QTreeWidgetItem, line: TreeLine, words: LineWords) -> None:
    entry.setText(0, words.text)
    entry.setText(1, words.short)
    if line.kind is LineKind.ITEM:
        entry.setToolTip(0, as_tip(f"{line.item_id} · {words.text}"))
