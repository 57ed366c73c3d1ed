"""The form of a new round is made of the one before through the real window, with clicks and keys counted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from form_templates.editing.edit import AreaRef
from form_templates.editing.operations.texts import FormText
from form_templates.loading import load_template
from form_templates.model import ItemId
from gui.designing.designer_dialog import DesignerDialog
from gui.form.start_form_dialog import StartFormDialog
from gui.home.new_survey_dialog import NewSurveyDialog

_LONG_MS = 30_000
_MOST_SECONDS = 180
_CLICK_S, _KEY_S = 3.0, 0.35  # of a careful person: a click is looked for, keys are typed at 170 a minute


class Hand:
    """A person's hand: clicks and keys, counted."""

    def __init__(self) -> None:
        self.clicks = self.keys = 0

    @property
    def seconds(self) -> float:
        return self.clicks * _CLICK_S + self.keys * _KEY_S

    def click(self, widget, at: QPoint | None = None) -> None:
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at if at is not None else widget.rect().center())

    def press(self, widget, key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1 if keys == Qt.KeyboardModifier.NoModifier else 2
        QTest.keyClick(widget, key, keys)

    def type(self, widget, words: str) -> None:
        self.keys += len(words)  # without marks: QTest knows no other letters
        QTest.keyClicks(widget, words)

    def choose(self, box, data) -> None:
        """Open a list and click an entry of it."""
        self.clicks += 2
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())


@pytest.fixture
def hand():
    return Hand()


def the(qtbot, parent, kind):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in parent.findChildren(kind)), timeout=_LONG_MS)
    return next(each for each in parent.findChildren(kind) if each.isVisible())


def test_that_the_form_of_2026_is_made_from_that_of_2020_in_three_minutes(
    qtbot, window, preferences, tmp_path, hand, monkeypatch
):
    preferences.last_folder = tmp_path
    hand.click(window.start_page.new_button)
    survey_dialog = the(qtbot, window, NewSurveyDialog)
    hand.choose(survey_dialog.template_box, "sipas-2020")
    hand.click(survey_dialog.start_button)
    _name_it(hand, the(qtbot, survey_dialog, StartFormDialog))
    designer = the(qtbot, survey_dialog, DesignerDialog)
    qtbot.waitUntil(lambda: designer.page.view is not None, timeout=_LONG_MS)
    _edit_it(qtbot, hand, designer.page.view)
    words = designer.page.view.properties.of_items.words
    with qtbot.waitSignal(designer.page.saved, timeout=_LONG_MS):
        hand.press(words, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.clicks += 1  # on the cross of its frame
    designer.reject()

    folder = survey_dialog.template_box.currentData()
    made = load_template(folder)
    assert folder == tmp_path / made.template_id
    assert made.subtitle.vi.endswith("(SIPAS 2026)")
    assert "2017" not in str(made.subtitle)
    assert made.organisation.vi.endswith("\nSO NOI VU")
    assert [item.number for item in made.section_of(ItemId("c22")).items] == ["19", "20", "21", "22", "23", "24"]
    assert made.item(ItemId("c24")).label.vi == "Thoi gian cho phu hop"
    _make_a_survey(qtbot, hand, window, survey_dialog)
    assert window.survey_view.workspace.survey.template.key == made.key
    assert hand.seconds <= _MOST_SECONDS, f"{hand.clicks} clicks, {hand.keys} keys"


def _name_it(hand, dialog) -> None:
    subtitle = dialog.subtitle_edit
    hand.click(subtitle, QPoint(20, 12))
    hand.press(subtitle, Qt.Key.Key_End)
    for _letter in "2017–2020)":
        hand.press(subtitle, Qt.Key.Key_Backspace)
    hand.type(subtitle, "2026)")
    hand.click(dialog.start_button)


def _edit_it(qtbot, hand, view) -> None:
    organisation = view.properties.of_form.words[FormText.ORGANISATION]
    hand.click(organisation.viewport())
    hand.press(organisation, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type(organisation, "UBND TINH BAC NINH")
    hand.press(organisation, Qt.Key.Key_Return)
    hand.type(organisation, "SO NOI VU")
    hand.click(view.pages.buttons[2])
    spot = view.canvas.window_rect(AreaRef(2, ItemId("c22"), "3")).center().toPoint()
    hand.click(view.canvas, spot)
    assert view.editor.chosen.item_ids == ("c22",)
    for words in ("Dich vu truc tuyen de dung", "Thoi gian cho phu hop"):
        hand.press(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.type(QApplication.focusWidget(), words)
    qtbot.waitUntil(lambda: not view.typesetter.is_behind, timeout=_LONG_MS)


def _make_a_survey(qtbot, hand, window, dialog) -> None:
    hand.click(dialog.name_edit)
    hand.type(dialog.name_edit, "Hai long 2026")
    hand.click(dialog.create_button)
    qtbot.waitUntil(lambda: window.survey_view is not None, timeout=_LONG_MS)
