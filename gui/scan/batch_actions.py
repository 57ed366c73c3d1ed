"""What a person can do with a whole batch: take it out of the count, and bring it back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from gui.preferences import Preferences
from gui.sharing.read_only import hold_back
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_label
from gui.workspace import Workspace
from omr.store.batch_records import BatchRecord


class BatchActions(QWidget):
    """The row of actions on the chosen batch; each is signed, and can be taken back."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._batch: BatchRecord | None = None
        self.name = make_label("muted")
        self.out_action = QAction(self)
        self.in_action = QAction(self)
        self.out_action.triggered.connect(self.take_out)
        self.in_action.triggered.connect(self.bring_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, stretch=1)
        for action in self.all_actions():
            button = QToolButton()
            button.setDefaultAction(action)
            row.addWidget(button)
        self._retranslate()

    def all_actions(self) -> list[QAction]:
        """Return the actions, for a menu."""
        return [self.out_action, self.in_action]

    def offer(self, batch: BatchRecord | None) -> None:
        """Act on this batch from now on; None: on none."""
        self._batch = batch
        is_free = batch is not None and self._workspace.can_change
        self.out_action.setEnabled(is_free and batch is not None and not batch.taken_out_by)
        self.in_action.setEnabled(is_free and batch is not None and bool(batch.taken_out_by))
        self._say()

    def take_out(self) -> None:
        """Take all that came in the batch out of the count; everything known of it stays."""
        operator = dialogs.sign(self, self._preferences) if self._batch else ""
        if self._batch and operator:
            removals, number = self._workspace.survey.store.removals, self._batch.number
            self._workspace.change(lambda: removals.take_out_batch(number, operator))

    def bring_back(self) -> None:
        """Let the batch count again."""
        if self._batch:
            removals, number = self._workspace.survey.store.removals, self._batch.number
            self._workspace.change(lambda: removals.bring_back_batch(number))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        text = "" if self._batch is None else self.tr("Batch {number}").format(number=self._batch.number)
        if self._batch is not None and self._batch.taken_out_by:
            text = self.tr("{batch}, taken out of the count by {operator}").format(
                batch=text, operator=self._batch.taken_out_by
            )
        self.name.setText(text)

    def _retranslate(self) -> None:
        self.out_action.setText(self.tr("Take batch out"))
        self.out_action.setToolTip(
            self.tr("Nothing that came in the chosen batch counts any longer; everything known of it is kept")
        )
        self.in_action.setText(self.tr("Bring batch back"))
        self.in_action.setToolTip(self.tr("The chosen batch counts again"))
        hold_back(self._workspace.survey, *self.all_actions())
        self._say()
