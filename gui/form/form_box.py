"""Choose the form that the survey is looked at by; of a survey with one form there is nothing to choose."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from form_templates.model import FormKey, FormTemplate, Language
from gui.i18n.translation import format_count
from gui.widgets.building_blocks import name_for_screen_readers
from omr.survey.forms import SurveyForms


class FormBox(QComboBox):
    """The forms of a survey, each with what waits for review; emits ``chosen(FormKey)`` for another one."""

    chosen = Signal(object)

    def __init__(
        self, forms: SurveyForms, seen: FormTemplate, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._forms, self._seen, self._language = forms, seen.key, language
        self._waiting: Mapping[FormKey, int] = {}
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(38)
        for key in forms.keys:
            self.addItem("", key)
        self.setCurrentIndex(forms.keys.index(seen.key))
        self.activated.connect(self._on_activated)
        self.setVisible(forms.are_several)
        self._name_forms()

    def set_language(self, language: Language) -> None:
        """Show the forms' titles in another language."""
        self._language = language
        self._name_forms()

    def show_waiting(self, waiting: Mapping[FormKey, int]) -> None:
        """Show how many answers of each form wait for review; 0 shows nothing."""
        self._waiting = waiting
        self._name_forms()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name_forms()
        super().changeEvent(event)

    def _name_forms(self) -> None:
        name_for_screen_readers(self, self.tr("Form that is shown, reviewed and counted"))
        for place, form in enumerate(self._forms.all):
            title = " ".join(form.template.title.in_language(self._language).split())
            count = self._waiting.get(form.template.key, 0)
            text = self.tr("{name} ({count} to review) · {title}") if count else "{name} · {title}"
            self.setItemText(place, text.format(title=title, name=form.template.key, count=format_count(count)))

    def _on_activated(self, place: int) -> None:
        key = self._forms.keys[place]
        if key == self._seen:
            return
        with QSignalBlocker(self):
            self.setCurrentIndex(self._forms.keys.index(self._seen))  # until the survey is shown by the other one
        self.chosen.emit(key)
