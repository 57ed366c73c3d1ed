"""What a person can do with the chosen pages; only what is possible can be clicked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from gui.preferences import Preferences
from gui.scan.pages.pin_dialog import PinDialog
from gui.scan.pages.retry_dialog import RetryDialog
from gui.scan.pages.typing_dialog import TypingDialog
from gui.scan.pages.unit_dialog import Extent, RangeFinder, UnitDialog
from gui.sharing.read_only import hold_back
from gui.widgets import dialogs
from gui.widgets.building_blocks import make_label
from gui.widgets.wrapping_row import WrappingRow
from gui.workspace import Workspace
from omr.responses import Aspect, DeliveredPage
from omr.results import RETRIED, UNRECOGNISED, PageOutcome, Reason, is_dangerous
from omr.review.page_assignments import (
    go_by_paper,
    join_pages,
    join_problem,
    keep_in_count,
    name_unit,
    set_apart,
    take_back,
)
from omr.review.page_ranges import PageRange, describe_pages, parse_range, rest_of_file, rest_of_stack

_TO_BE_PLACED = (PageOutcome.UNREADABLE, PageOutcome.FOREIGN, PageOutcome.BLANK)


class PageActions(QWidget):
    """The row of actions on the chosen pages; each is signed, kept beside the facts, and can be taken back."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._preferences = preferences
        self._pages: Sequence[DeliveredPage] = ()
        self._buttons: dict[QAction, QToolButton] = {}
        self.count = make_label("muted")
        self.place_action = self._make_action("Ctrl+T", self.place_page)
        self.again_action = self._make_action("Ctrl+Shift+R", self.try_again)
        self.unit_action = self._make_action("Ctrl+G", self.ask_unit)
        self.join_action = self._make_action("Ctrl+J", self.join)
        self.apart_action = self._make_action("Ctrl+Shift+J", self.set_apart)
        self.back_action = self._make_action("Ctrl+Backspace", self.take_back)
        self.out_action = self._make_action("Ctrl+Del", self.take_out)
        self.in_action = self._make_action("Ctrl+Shift+Del", self.bring_back)
        self.unit_action.setVisible(bool(workspace.survey.units))
        self._lay_out()
        self.offer(())
        self._retranslate()

    def all_actions(self) -> list[QAction]:
        """Return the actions, for a menu."""
        about_page = [self.place_action, self.again_action, self.unit_action, self.join_action, self.apart_action]
        return [*about_page, self.back_action, self.out_action, self.in_action]

    def offer(self, pages: Sequence[DeliveredPage]) -> None:
        """Act on these pages from now on."""
        self._pages = pages
        are_kept = bool(pages) and all(page.page_id is not None for page in pages) and self._workspace.can_change
        are_read = are_kept and all(page.outcome is PageOutcome.READ for page in pages)
        is_open = are_kept and len(pages) == 1 and (_is_to_be_placed(pages[0]) or Aspect.PIN in pages[0].said_by)
        self.place_action.setEnabled(is_open)
        self.again_action.setEnabled(bool(self._to_be_tried_again()))
        self.unit_action.setEnabled(are_kept)
        self.join_action.setEnabled(are_read and join_problem(pages) is None)
        self.apart_action.setEnabled(are_read or (are_kept and all(map(_is_another_scan, pages))))
        self.back_action.setEnabled(are_kept and any(page.said_by for page in pages))
        self.out_action.setEnabled(are_kept and all(_may_be_taken_out(page) for page in pages))
        self.in_action.setEnabled(are_kept and all(page.reason is Reason.PAGE_TAKEN_OUT for page in pages))
        self._show_way(are_taken_out=self.in_action.isEnabled())
        self._say_count()

    def place_page(self) -> None:
        """Ask which page of the form the scan shows and where, or have it typed."""
        operator = dialogs.sign(self, self._preferences)
        if not operator:
            return
        dialog = PinDialog(self._workspace, self._pages[0], operator, self)
        dialog.typing_wanted.connect(self._type_page)
        dialog.open()

    def try_again(self) -> None:
        """Read pages again that were never seen or recognised, where a limit was in the way with a higher one."""
        pages = self._to_be_tried_again()
        dialog = RetryDialog([page.reason for page in pages if page.reason], self)
        dialog.confirmed.connect(lambda limits: self._workspace.read_again([p.content_hash for p in pages], limits))
        dialog.open()

    def ask_unit(self) -> None:
        """Ask which unit the pages count for."""
        find = RangeFinder(self._pages[0].source, self._find_range) if self._pages else None
        dialog = UnitDialog(self._workspace.survey.units, self._extents(), self, ranges=find)
        dialog.confirmed.connect(self.name_unit)
        dialog.open()

    def name_unit(self, unit: str, of: Sequence[DeliveredPage] = ()) -> None:
        """Say which unit pages count for, the chosen ones unless told otherwise; empty goes back to the paper."""
        store, pages = self._workspace.survey.store, tuple(of or self._pages)
        if not unit:
            self._workspace.change(lambda: go_by_paper(store, pages))
        else:
            self._change(lambda operator: name_unit(store, pages, unit, operator, describe_pages(pages)))

    def _extents(self) -> list[Extent]:
        """Return which pages can be meant: the chosen ones and, of one, what follows it."""
        chosen, everything = tuple(self._pages), self._workspace.snapshot.pages
        extents = [Extent(self.tr("The chosen pages"), chosen)]
        if len(chosen) == 1 and chosen[0] in everything:
            stack, file = rest_of_stack(everything, chosen[0]), rest_of_file(everything, chosen[0])
            names = (self.tr("From this page on, up to the next cover or unit"), self.tr("From here to the file's end"))
            extents += [Extent(name, pages) for name, pages in zip(names, (stack, file), strict=True) if len(pages) > 1]
        return extents

    def _find_range(self, pages: str, serials: str) -> tuple[DeliveredPage, ...] | None:
        """Return pages of the first chosen one's file, or with these serials in its batch; None if that is unclear."""
        texts = {text for text in (pages, serials) if text}
        if not texts or any(parse_range(text) is None for text in texts):
            return None
        first = self._pages[0]
        meant = PageRange(first.source if pages else "", first.batch, parse_range(pages), parse_range(serials))
        return meant.of(self._workspace.snapshot.pages)

    def join(self) -> None:
        """Make the pages one respondent."""
        store, pages = self._workspace.survey.store, tuple(self._pages)
        self._change(lambda operator: join_pages(store, pages, operator))

    def set_apart(self) -> None:
        """Make each page a respondent of its own, or a sheet of its own where another scan of it counted."""
        store, pages = self._workspace.survey.store, tuple(self._pages)
        part = keep_in_count if all(map(_is_another_scan, pages)) else set_apart
        self._change(lambda operator: part(store, pages, operator))

    def take_back(self) -> None:
        """Take back what people said about the pages."""
        store, pages = self._workspace.survey.store, tuple(self._pages)
        self._workspace.change(lambda: take_back(store, pages))

    def take_out(self) -> None:
        """Take the pages out of the count; what is known of them stays."""
        removals, page_ids = self._workspace.survey.store.removals, self._page_ids()
        self._change(lambda operator: removals.take_out_pages(page_ids, operator))

    def bring_back(self) -> None:
        """Let the pages count again."""
        removals, page_ids = self._workspace.survey.store.removals, self._page_ids()
        self._workspace.change(lambda: removals.bring_back_pages(page_ids))

    def _page_ids(self) -> list[int]:
        return [page.page_id for page in self._pages if page.page_id is not None]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_action(self, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _lay_out(self) -> None:
        row = WrappingRow(self)
        row.setSpacing(6)
        row.addWidget(self.count, stretch=1)
        row.addStretch()
        for action in self.all_actions():
            button = self._buttons[action] = QToolButton()
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
            button.setVisible(action.isVisible())  # after it has a parent, else it is a window of its own

    def _to_be_tried_again(self) -> list[DeliveredPage]:
        if not self._workspace.can_change:
            return []
        one_form = not self._workspace.survey.forms.are_several  # by which pages were not recognised and will not be
        worth = RETRIED - UNRECOGNISED if one_form else RETRIED
        return [page for page in self._pages if page.content_hash and page.reason in worth]

    def _type_page(self, page_number: int, turned_deg: int) -> None:
        TypingDialog(self._workspace, self._pages[0], page_number, turned_deg, self._preferences, self).open()

    def _change(self, work: Callable[[str], None]) -> None:
        operator = dialogs.sign(self, self._preferences)
        if operator:
            self._workspace.change(lambda: work(operator))

    def _show_way(self, *, are_taken_out: bool) -> None:
        """Show one button of the two that undo each other: with both, the row would have no room for the count."""
        self._buttons[self.out_action].setVisible(not are_taken_out)
        self._buttons[self.in_action].setVisible(are_taken_out)

    def _say_count(self) -> None:
        self.count.setText(self.tr("%n page(s) chosen", "", len(self._pages)) if len(self._pages) > 1 else "")

    def _retranslate(self) -> None:
        texts = {
            self.place_action: (
                self.tr("Read anyway…"),
                self.tr("Say which page of the form this is and where it lies, or type its answers"),
            ),
            self.again_action: (
                self.tr("Try again…"),
                self.tr("Read the chosen pages again that could not be read; pages that were read stay as they are"),
            ),
            self.unit_action: (self.tr("Set unit…"), self.tr("Say which unit the chosen pages count for")),
            self.join_action: (self.tr("Join"), self.tr("The chosen pages are one form, filled in by one person")),
            self.apart_action: (self.tr("Set apart"), self.tr("Each chosen page is a form of its own")),
            self.back_action: (self.tr("Take back"), self.tr("Forget what people said about the chosen pages")),
            self.out_action: (
                self.tr("Take out"),
                self.tr("The chosen pages no longer count, as when a wrong folder was added; they are kept"),
            ),
            self.in_action: (self.tr("Bring back"), self.tr("The chosen pages count again")),
        }
        for action, (text, hint) in texts.items():
            action.setText(text)
            action.setIconText(text)  # which buttons show; made of the text it would lose its dots
            action.setToolTip(f"{hint} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        hold_back(self._workspace.survey, *texts)
        self._say_count()


def _is_to_be_placed(page: DeliveredPage) -> bool:
    is_kept = page.page_id is not None and not is_dangerous(page.reason, page.detail)
    return page.outcome in _TO_BE_PLACED and is_kept


def _is_another_scan(page: DeliveredPage) -> bool:
    """Whether a page does not count because another scan of its sheet does."""
    return page.reason is Reason.SAME_SHEET


def _may_be_taken_out(page: DeliveredPage) -> bool:
    """Whether a page can go: it counts somewhere, and is not only another delivery of one that does."""
    return page.outcome is not PageOutcome.TAKEN_OUT and page.reason is not Reason.ALREADY_DELIVERED
