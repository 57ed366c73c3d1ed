"""Asks for the settings of a survey, each with a line that says what it does."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from form_templates.tables import LONGEST_NAME
from gui.widgets.building_blocks import fit_within_screen, make_column, make_label, restyle
from gui.widgets.roomy_combo_box import RoomyComboBox
from gui.widgets.yielding_area import YieldingArea
from omr.survey.counting_rules import IndexRule, Weighting
from omr.survey.settings import SurveySettings

_WIDTH_PX = 720
_FIGURE_PX = 200
_FEWEST, _MOST = 100, 1_000_000  # one wrong in so many


class SettingsDialog(QDialog):
    """Asks for the settings of a survey; emits ``confirmed(SurveySettings)`` if something was changed."""

    confirmed = Signal(object)

    def __init__(self, settings: SurveySettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings of this survey"))
        self._settings = settings
        self.name_edit = QLineEdit(settings.name)
        self.round_edit = QLineEdit(settings.round_name)
        for edit in (self.name_edit, self.round_edit):
            edit.setMaxLength(LONGEST_NAME)
        self.rule_box = RoomyComboBox()
        self.weighting_box = RoomyComboBox()
        self.target_box = _make_percent(settings.target or 0.0)
        self.target_box.setSpecialValueText(self.tr("none"))
        self.valid_box = _make_percent(settings.min_answered)
        self.recheck_box = _make_one_in(settings.recheck_limit)
        self.tolerance_box = _make_one_in(settings.tolerance)
        self._buttons = QDialogButtonBox()
        self._offer_rules()
        self._offer_weightings()
        self._lay_out()
        self._connect()

    def settings(self) -> SurveySettings:
        """Return the settings as they stand here; a share that nobody touched stays as exact as it was."""
        return replace(
            self._settings,
            name=self.name_edit.text().strip(),
            round_name=self.round_edit.text().strip(),
            index_rule=IndexRule(self.rule_box.currentData()),
            weighting=Weighting(self.weighting_box.currentData()),
            target=_percent(self.target_box, self._settings.target or 0.0) or None,
            min_answered=_percent(self.valid_box, self._settings.min_answered),
            recheck_limit=_share(self.recheck_box, self._settings.recheck_limit),
            tolerance=_share(self.tolerance_box, self._settings.tolerance),
        )

    def put_usual(self) -> None:
        """Put the usual figures back; the name of the survey stays."""
        usual = SurveySettings("", "", "", 1)
        self.rule_box.setCurrentIndex(self.rule_box.findData(usual.index_rule.value))
        self.weighting_box.setCurrentIndex(self.weighting_box.findData(usual.weighting.value))
        self.target_box.setValue(_in_percent(usual.target or 0.0))
        self.valid_box.setValue(_in_percent(usual.min_answered))
        self.recheck_box.setValue(_one_in(usual.recheck_limit))
        self.tolerance_box.setValue(_one_in(usual.tolerance))

    def _offer_rules(self) -> None:
        names = {
            IndexRule.POOLED: self.tr("A – all ratings count alike"),
            IndexRule.EQUAL_CRITERIA: self.tr("B – all criteria count alike"),
            IndexRule.EQUAL_FACTORS: self.tr("C – all factors count alike"),
            IndexRule.OVERALL_ITEM: self.tr("D – the question for overall satisfaction alone"),
        }
        for rule, name in names.items():
            self.rule_box.addItem(name, rule.value)
        self.rule_box.setCurrentIndex(self.rule_box.findData(self._settings.index_rule.value))

    def _offer_weightings(self) -> None:
        names = {
            Weighting.NONE: self.tr("By responses: all count alike"),
            Weighting.TRANSACTIONS: self.tr("By transactions of each unit"),
        }
        for weighting, name in names.items():
            self.weighting_box.addItem(name, weighting.value)
        self.weighting_box.setCurrentIndex(self.weighting_box.findData(self._settings.weighting.value))

    def _lay_out(self) -> None:
        heading = make_label("heading")
        heading.setText(self.tr("Settings of this survey"))
        layout = make_column(self, margin=24, spacing=18)
        layout.addWidget(heading)
        fields = QWidget()
        fields.setLayout(self._make_form())
        layout.addWidget(YieldingArea(fields), stretch=1)
        layout.addWidget(self._buttons)
        self._add_buttons()
        self.setMinimumWidth(_WIDTH_PX)
        fit_within_screen(self, _WIDTH_PX, layout.heightForWidth(_WIDTH_PX))

    def _make_form(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(20)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Name"), self.name_edit)
        form.addRow(self.tr("&Round"), self.round_edit)
        for text, field, hint in self._explained_fields():
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, self._explain(field, hint))
        return form

    def _explained_fields(self) -> tuple[tuple[str, QWidget, str], ...]:
        return (
            (
                self.tr("Satisfaction &index"),
                self.rule_box,
                self.tr("How the index is averaged. Results and workbooks follow at once."),
            ),
            (
                self.tr("&Units count"),
                self.weighting_box,
                self.tr(
                    "By transactions, districts, levels and the whole get a weighted figure beside the pooled one. "
                    "The list of units has to name the transactions."
                ),
            ),
            (
                self.tr("Tar&get of the index"),
                self.target_box,
                self.tr("Printed reports say whether it is reached and draw it as a line."),
            ),
            (
                self.tr("A form is &valid from"),
                self.valid_box,
                self.tr(
                    "Share of the questions asked of all that must be answered. Other forms are listed, not counted."
                ),
            ),
            (
                self.tr("Re-&check limit"),
                self.recheck_box,
                self.tr("The error rate that checking accepted answers is to rule out. It says how many to check."),
            ),
            (
                self.tr("&Tolerance of reading"),
                self.tolerance_box,
                self.tr(
                    "How often an accepted answer may be wrong. Fewer errors mean more answers to review. It holds for "
                    "pages added from now on; what was read stays as it was decided."
                ),
            ),
        )

    def _explain(self, field: QWidget, hint: str) -> QVBoxLayout:
        line = make_label("muted", wraps=True)
        line.setText(hint)
        field.setAccessibleDescription(hint)
        if isinstance(field, QSpinBox):
            if field not in (self.target_box, self.valid_box):
                field.setPrefix(self.tr("1 in "))
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaximumWidth(_FIGURE_PX)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(field)
        column.addWidget(line)
        return column

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.usual_button = self._buttons.addButton(self.tr("Usual figures"), roles.ResetRole)
        self.save_button = self._buttons.addButton(self.tr("Save"), roles.AcceptRole)
        restyle(self.save_button, "role", "primary")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)

    def _connect(self) -> None:
        self.usual_button.clicked.connect(self.put_usual)
        self.name_edit.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _on_accepted(self) -> None:
        settings = self.settings()
        self.accept()
        if settings != self._settings:
            self.confirmed.emit(settings)


def _make_one_in(share: float) -> QSpinBox:
    box = QSpinBox()
    box.setGroupSeparatorShown(True)
    box.setRange(min(_FEWEST, _one_in(share)), max(_MOST, _one_in(share)))
    box.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
    box.setValue(_one_in(share))
    return box


def _make_percent(share: float) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSingleStep(5)
    box.setSuffix(" %")
    box.setValue(_in_percent(share))
    return box


def _in_percent(share: float) -> int:
    return round(share * 100)


def _percent(box: QSpinBox, before: float) -> float:
    return before if box.value() == _in_percent(before) else box.value() / 100


def _one_in(share: float) -> int:
    """Return of how many one is this share."""
    return round(1 / share)


def _share(box: QSpinBox, before: float) -> float:
    return before if box.value() == _one_in(before) else 1 / box.value()
