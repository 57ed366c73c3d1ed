"""Shows a form that was found: its pages with areas in the colour of how sure they are, its questions, the doubts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget

from form_templates.model import Item, ItemId, ItemKind, Language, MarkStyle
from gui.answering.answer_names import name_item
from gui.i18n.doubt_messages import describe_area_doubt
from gui.i18n.translation import format_count
from gui.paper.picture_view import color_of
from gui.proposing.found_form import FoundForm
from gui.proposing.found_picture import FoundPicture
from gui.proposing.found_tree import LEGEND, FoundTree, patch
from gui.widgets.building_blocks import (
    make_bar,
    make_button,
    make_card,
    make_column,
    make_label,
    name_for_screen_readers,
)
from omr.forms.proposing.doubts import SURE

_SHORTEST_TREE_PX, _NARROWEST_PX = 120, 300


class FoundView(QWidget):
    """Questions on the left, the page on the right; choosing in one shows the other."""

    def __init__(self, form: FoundForm, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._language = language
        self._doubtful = frozenset(
            item.item_id for item in form.template.items() if form.confidence(item.item_id) < SURE
        )
        self.facts, self.next_button = make_label("muted", wraps=True), make_button()
        self.tree, self.view = FoundTree(), FoundPicture()
        self.item_name, self.item_facts = make_label("subheading", wraps=True), make_label("muted", wraps=True)
        self.doubts = make_label(wraps=True)
        self.pages: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._lay_out()
        self._connect()
        self.tree.show_form(form, language)
        self._say_counts()
        self.show_page(next(iter(form.pictures)))
        self._choose_first()

    @property
    def page_number(self) -> int:
        """The page that is shown."""
        return self._group.checkedId()

    def in_order_of_use(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes to, one after the other."""
        return (self.tree, self.next_button, *self.pages.values(), self.view)

    def show_page(self, number: int) -> None:
        """Show another page."""
        self.pages[number].setChecked(True)
        self.view.show_form_page(self._form, number)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._make_left())
        splitter.addWidget(self._make_right())
        splitter.setSizes([430, 690])
        splitter.setStretchFactor(1, 1)
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        make_column(self, margin=0).addWidget(splitter)

    def _make_left(self) -> QWidget:
        left, card = QWidget(), make_card()
        left.setMinimumWidth(_NARROWEST_PX)
        name_for_screen_readers(self.tree, self.tr("Questions of the form"))
        self.tree.setToolTip("")
        self.tree.setMinimumHeight(_SHORTEST_TREE_PX)
        self.next_button.setText(self.tr("Next question to look at"))
        inner = make_column(card, margin=12, spacing=4)
        for widget in (self.item_name, self.item_facts, self.doubts):
            inner.addWidget(widget)
        column = make_column(left, margin=0, spacing=8)
        column.addWidget(self.facts)
        column.addWidget(self.tree, stretch=1)
        column.addWidget(card)
        column.addWidget(self.next_button, alignment=Qt.AlignmentFlag.AlignLeft)
        return left

    def _make_right(self) -> QWidget:
        right, buttons = QWidget(), QWidget()
        pages = [self._make_page_button(number) for number in self._form.pictures]
        make_bar(buttons, pages, [])
        buttons.setVisible(len(pages) > 1)
        column = make_column(right, margin=0, spacing=8)
        column.addWidget(buttons)
        column.addWidget(self.view, stretch=1)
        column.addLayout(self._make_legend())
        return right

    def _make_legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for emphasis, text in zip(LEGEND, self._legend_texts(), strict=True):
            sign, label = QLabel(), make_label("muted")
            sign.setPixmap(patch(color_of(emphasis)))
            label.setText(text)
            row.addWidget(sign)
            row.addWidget(label)
            row.addSpacing(8)
        row.addStretch()
        return row

    def _make_page_button(self, number: int) -> QPushButton:
        button = self.pages[number] = make_button("filter")
        button.setText(self.tr("Page {number}").format(number=number))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_page(number))
        self._group.addButton(button, number)
        return button

    def _legend_texts(self) -> tuple[str, ...]:
        return (self.tr("as forms usually have it"), self.tr("please look"), self.tr("may be none"))

    def _connect(self) -> None:
        self.tree.item_chosen.connect(self._on_item_chosen)
        self.view.area_clicked.connect(lambda item_id, _option: self.tree.choose(ItemId(item_id)))
        self.next_button.clicked.connect(self._go_on)

    def _choose_first(self) -> None:
        first = self.tree.next_of(self._doubtful) or next(self._form.template.items()).item_id
        self.tree.choose(first)

    def _go_on(self) -> None:
        following = self.tree.next_of(self._doubtful)
        if following is not None:
            self.tree.choose(following)

    def _on_item_chosen(self, item_id: str) -> None:
        item = self._form.template.item(ItemId(item_id))
        number = self._form.template.page_of(item.item_id)
        if number != self.page_number:
            self.show_page(number)
        self.view.choose(item.item_id)
        self.item_name.setText(f"{item.item_id} · {name_item(item, self._language)}")
        self.item_facts.setText(self._facts_of(item))
        self.doubts.setText("\n".join(self._doubt_lines(item)))
        self.doubts.setVisible(bool(self.doubts.text()))

    def _say_counts(self) -> None:
        items = list(self._form.template.items())
        areas = len(self._form.areas)
        counts = [
            self.tr("%n question(s)", "", len(items)),
            self.tr("%n area(s) to be marked", "", areas),
            self.tr("%n question(s) to look at", "", len(self._doubtful)),
        ]
        self.facts.setText(", ".join(counts))
        self.next_button.setEnabled(bool(self._doubtful))

    def _facts_of(self, item: Item) -> str:
        kinds = {
            ItemKind.SINGLE: self.tr("One answer"),
            ItemKind.MULTIPLE: self.tr("Several answers"),
            ItemKind.TEXT: self.tr("Words to be written"),
            ItemKind.NUMBER: self.tr("A number to be written"),
        }
        facts = [kinds[item.kind]]
        if item.max_choices:
            facts[0] = self.tr("At most {count} answers").format(count=format_count(item.max_choices))
        if item.kind.is_choice:
            facts.append(self._style_of(item))
            facts.append(self.tr("%n option(s)", "", len(item.options)))
        return ", ".join(facts)

    def _style_of(self, item: Item) -> str:
        return {
            MarkStyle.BOX: self.tr("marked in boxes"),
            MarkStyle.RING: self.tr("digits are circled"),
            MarkStyle.CROSS: self.tr("digits are crossed"),
        }[item.style]

    def _doubt_lines(self, item: Item) -> list[str]:
        lines = []
        for doubt, options in self._form.doubts(item.item_id).items():
            sentence = describe_area_doubt(doubt)
            lines.append(f"• {', '.join(options)}: {sentence}" if options else f"• {sentence}")
        return lines
