"""What can be done to the page and its areas from buttons, menus and keys."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QToolButton, QWidget

from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.arranging import (
    AlignAreas,
    Alignment,
    Direction,
    DistributeAreas,
    MakeSameSize,
)
from form_templates.editing.selection import areas_on, column_of, grid_of, row_of
from form_templates.model import FormTemplate
from gui.designing.form_editor import FormEditor
from gui.designing.history_actions import HistoryActions, button_for, name_action
from gui.designing.page.form_canvas import FormCanvas
from gui.designing.page.repeat_dialog import RepeatDialog
from gui.widgets.plain_texts import as_tip


class _Needs(NamedTuple):
    """An action and how many areas must be chosen for it."""

    action: QAction
    areas: int


class AreaActions(QObject):
    """The actions, enabled where they have something to do; those with keys belong to ``window``."""

    def __init__(self, editor: FormEditor, canvas: FormCanvas, window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._canvas, self._window = editor, canvas, window
        self._needs: list[_Needs] = []
        self._history = HistoryActions(editor, window)
        self.undo, self.redo = self._history.undo, self._history.redo
        self.draw = self._make(self._on_draw)
        self.draw.setCheckable(True)
        self.repeat = self._make(self.ask_repeat, QKeySequence("Ctrl+D"), areas=1)
        self.delete = self._make(canvas.delete_chosen, areas=1)
        self.all = self._make(self._choose_all, QKeySequence("Ctrl+Shift+A"))
        self.row, self.column, self.grid = (
            self._make(partial(self._choose_line, line), areas=1) for line in (row_of, column_of, grid_of)
        )
        self.alignments = {alignment: self._make(partial(self._align, alignment), areas=2) for alignment in Alignment}
        self.same_size = self._make(self._make_same_size, areas=2)
        self.distributions = {
            direction: self._make(partial(self._distribute, direction), areas=3) for direction in Direction
        }
        self.arrange_menu, self.choose_menu = QMenu(window), QMenu(window)
        self._fill_menus()
        canvas.drawing_ended.connect(lambda: self.draw.setChecked(False))
        self.draw.toggled.connect(lambda is_on: canvas.set_drawing(is_drawing=is_on))
        canvas.menu_wanted.connect(self._show_menu)
        editor.changed.connect(lambda _before: self.follow())
        editor.chosen_changed.connect(self.follow)
        self.retranslate()

    def buttons(self) -> tuple[QToolButton, ...]:
        """Return buttons for what is wanted most, from the left."""
        found = map(button_for, (self.undo, self.redo, self.draw, self.repeat))
        arrange = QToolButton()
        arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        arrange.setDefaultAction(self.arrange_menu.menuAction())
        arrange.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return (*found, arrange)

    def follow(self) -> None:
        """Enable what has something to do now."""
        count = len(self._editor.chosen.refs)
        for action, areas in self._needs:
            action.setEnabled(count >= areas)
        self.arrange_menu.menuAction().setEnabled(count > 1)

    def retranslate(self) -> None:
        """Name all of it in the window's language."""
        aligned = {
            Alignment.LEFT: self.tr("Align left edges"),
            Alignment.RIGHT: self.tr("Align right edges"),
            Alignment.TOP: self.tr("Align top edges"),
            Alignment.BOTTOM: self.tr("Align bottom edges"),
            Alignment.CENTER_X: self.tr("Align one below the other"),
            Alignment.CENTER_Y: self.tr("Align side by side"),
        }
        texts = {
            self.draw: self.tr("Draw"),
            self.repeat: self.tr("Duplicate…"),
            self.delete: self.tr("Delete from the page"),
            self.all: self.tr("Choose all areas of the page"),
            self.row: self.tr("Choose the row"),
            self.column: self.tr("Choose the column"),
            self.grid: self.tr("Choose the grid"),
            self.same_size: self.tr("Make the same size"),
            self.distributions[Direction.ACROSS]: self.tr("Distribute evenly across"),
            self.distributions[Direction.DOWN]: self.tr("Distribute evenly downwards"),
            self.arrange_menu.menuAction(): self.tr("Arrange"),
            **{self.alignments[alignment]: text for alignment, text in aligned.items()},
        }
        self._history.retranslate()
        for action, text in texts.items():
            name_action(action, text)
        self.draw.setToolTip(as_tip(self.tr("Draw an area with the mouse (or hold Alt while dragging)")))
        self.repeat.setToolTip(as_tip(self.tr("These questions, so many times, so far apart (Ctrl+D)")))
        self.follow()

    def ask_repeat(self) -> None:
        """Ask how often the chosen questions are repeated, and do it."""
        item_ids = self._editor.chosen.item_ids
        if not item_ids:
            return
        dialog = RepeatDialog(self._editor.form, item_ids, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._editor.do(dialog.edit)

    def _make(self, act: Callable[[], object], *keys: QKeySequence, areas: int = 0) -> QAction:
        action = self._history.make(act, *keys)
        if areas:
            self._needs.append(_Needs(action, areas))
        return action

    def _fill_menus(self) -> None:
        self.arrange_menu.addActions(list(self.alignments.values()))
        self.arrange_menu.addSeparator()
        self.arrange_menu.addActions([*self.distributions.values(), self.same_size])
        self.choose_menu.addActions([self.row, self.column, self.grid, self.all])
        self.choose_menu.addSeparator()
        self.choose_menu.addActions([self.repeat, self.delete])
        self.choose_menu.addSeparator()
        self.choose_menu.addMenu(self.arrange_menu)

    def _show_menu(self, at: QPoint) -> None:
        self.choose_menu.popup(at)

    def _on_draw(self) -> None:
        self._canvas.setFocus()

    def _choose_all(self) -> None:
        self._editor.choose(areas_on(self._editor.form, self._editor.page_number))

    def _choose_line(self, line: Callable[[FormTemplate, AreaRef], tuple[AreaRef, ...]]) -> None:
        anchor = self._editor.chosen.refs[-1]
        others = [ref for ref in line(self._editor.form, anchor) if ref != anchor]
        self._editor.choose([*others, anchor])

    def _align(self, alignment: Alignment) -> None:
        refs = self._editor.chosen.refs
        self._editor.do(AlignAreas(refs, alignment, refs[-1]))

    def _make_same_size(self) -> None:
        refs = self._editor.chosen.refs
        self._editor.do(MakeSameSize(refs, refs[-1]))

    def _distribute(self, direction: Direction) -> None:
        self._editor.do(DistributeAreas(self._editor.chosen.refs, direction))
