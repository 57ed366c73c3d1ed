"""Whose answers are looked at: a unit, a level, and traits of respondents."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from exports.tally.selection import Selection, Trait, trait_items
from form_templates.model import FormTemplate, Item, Language
from gui.i18n.reason_messages import name_level
from gui.widgets.building_blocks import make_button, name_for_screen_readers
from gui.widgets.plain_texts import as_button_text, as_tip
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.unit_box import UnitBox
from gui.widgets.wrapping_row import WrappingRow
from omr.units.unit_list import Unit

_LABEL_LENGTH = 28  # characters of an option that a chip shows


class SelectedUnitBox(UnitBox):
    """A box with all units of a survey, and first the choice of all together."""

    def _no_unit(self) -> str:
        return self.tr("All units")

    def _purpose(self) -> str:
        return self.tr("Only this unit and those below it")


class SelectionBar(QWidget):
    """A row of filters that narrow down whose answers are counted; emits ``changed(Selection)``."""

    changed = Signal(object)

    def __init__(
        self, template: FormTemplate, units: Sequence[Unit], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._template = template
        self._language = language
        self._levels = [level for level in dict.fromkeys(unit.level for unit in units) if level]
        self._selection = Selection()
        self._items = trait_items(template)
        self.unit_box = SelectedUnitBox(units)
        self.level_box = RoomyComboBox()
        self.trait_button = make_button()
        self.trait_menu = QMenu(self)
        self.chips: dict[Trait, QPushButton] = {}
        self._chip_row = WrappingRow()
        self._lay_out(has_units=bool(units))
        self._connect()
        self._retranslate()

    @property
    def selection(self) -> Selection:
        """What is chosen."""
        return self._selection

    def choose(self, selection: Selection) -> None:
        """Choose something else, as a person would."""
        if selection == self._selection:
            return
        self._selection = selection
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(selection.unit), 0))
        self.level_box.setCurrentIndex(max(self.level_box.findData(selection.level), 0))
        self._show_traits()
        self.changed.emit(selection)

    def set_language(self, language: Language) -> None:
        """Show the form's own texts in another language."""
        self._language = language
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self, *, has_units: bool) -> None:
        row = WrappingRow(self)
        chips = QWidget()
        chips.setLayout(self._chip_row)
        self.unit_box.setMinimumContentsLength(20)
        self.level_box.addItem("", "")
        for level in self._levels:
            self.level_box.addItem("", level)
        row.addWidget(chips)
        for widget in (self.trait_button, self.level_box, self.unit_box):
            row.addWidget(widget)
        self.unit_box.setVisible(has_units)
        self.level_box.setVisible(len(self._levels) > 1)
        self.trait_button.setVisible(bool(self._items))
        self.trait_button.setMenu(self.trait_menu)

    def _connect(self) -> None:
        self.unit_box.currentIndexChanged.connect(lambda _index: self._on_place_changed())
        self.level_box.currentIndexChanged.connect(lambda _index: self._on_place_changed())

    def _on_place_changed(self) -> None:
        self.choose(Selection(self.unit_box.unit_code(), str(self.level_box.currentData()), self._selection.traits))

    def _show_traits(self) -> None:
        for chip in self.chips.values():
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        self.chips = {trait: self._make_chip(trait) for trait in self._selection.traits}
        self._fill_menu()

    def _make_chip(self, trait: Trait) -> QPushButton:
        item_id, value = trait
        item = self._template.item(item_id)
        label = item.option(value).label.in_language(self._language)
        chip = make_button("filter")
        chip.setText(as_button_text(f"{label[:_LABEL_LENGTH]}  ×"))
        name = self.tr("{item}: {option}; press to look at all again")
        name_for_screen_readers(chip, name.format(item=item.label.in_language(self._language), option=label))
        chip.clicked.connect(lambda: self.choose(self._selection.with_trait(item_id, "")))
        self._chip_row.addWidget(chip)
        return chip

    def _fill_menu(self) -> None:
        self.trait_menu.clear()
        for item in self._items:
            label = item.label.in_language(self._language)
            menu = self.trait_menu.addMenu(as_button_text(label))
            menu.menuAction().setToolTip(as_tip(label))
            self._fill_submenu(menu, item)

    def _fill_submenu(self, menu: QMenu, item: Item) -> None:
        group = QActionGroup(menu)
        chosen = dict(self._selection.traits).get(item.item_id, "")
        labels = [("", self.tr("All")), *((o.value, o.label.in_language(self._language)) for o in item.options)]
        for value, label in labels:
            action = QAction(as_button_text(label), menu)
            action.setToolTip(as_tip(label))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(
                lambda _checked=False, value=value: self.choose(self._selection.with_trait(item.item_id, value))
            )
            group.addAction(action)
            menu.addAction(action)

    def _retranslate(self) -> None:
        self.level_box.setItemText(0, self.tr("All levels"))
        for place, level in enumerate(self._levels, start=1):
            self.level_box.setItemText(place, name_level(level))
        name_for_screen_readers(self.level_box, self.tr("Only units of this level"))
        self.trait_button.setText(self.tr("Respondents"))
        name_for_screen_readers(self.trait_button, self.tr("Only respondents who gave these answers"))
        self._show_traits()
