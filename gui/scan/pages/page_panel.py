"""The picture of one delivered page, and in words what became of it."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gui.i18n.error_messages import describe_error
from gui.i18n.reason_messages import advise, describe_reason, name_outcome
from gui.i18n.translation import format_percent
from gui.paper.picture_loading import Picture, PictureArea, PictureLoader, load_page_picture
from gui.paper.picture_view import Emphasis, Outline, PictureView
from gui.survey_snapshot import open_flags
from gui.widgets.building_blocks import make_column, make_label
from gui.workspace import Workspace
from omr.health.medium import Medium, medium_of
from omr.responses import Aspect, DeliveredPage, effective_answer
from omr.results import AnswerStatus, PageIdentity, PageOutcome, is_dangerous
from omr.review.queue import notes_on

_MOST_SURE = 0.99  # nobody is told 100 %


class PagePanel(QWidget):
    """Shows the picture of the page that is chosen in the table, what became of it and what to do about it.

    While nobody sees it no picture is loaded: whoever reviews would wait for that behind it.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._page: DeliveredPage | None = None
        self._is_due = False  # its picture, when it is seen
        self.title = make_label("subheading", wraps=True)
        self.state = make_label("muted", wraps=True)
        self.notes = make_label("note", wraps=True)
        self.view = PictureView(takes_keys=True)
        self._loader = PictureLoader(workspace.picture_jobs, self._load, self)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        workspace.pictures_changed.connect(self._on_pictures_changed)
        layout = make_column(self, margin=0, spacing=6)
        layout.addWidget(self.title)
        layout.addWidget(self.state)
        layout.addWidget(self.notes)
        layout.addSpacing(4)
        layout.addWidget(self.view, stretch=1)

    def show_page(self, page: DeliveredPage) -> None:
        """Show another page; its picture follows when it is loaded."""
        is_same = self._page is not None and _key_of(page) == _key_of(self._page)
        self._page, self._is_due = page, False
        self._describe(page)
        if is_same and self.view.picture is not None:
            self.view.show_outlines(_outlines(page, self.view.picture))
        elif page.page_id is None or is_dangerous(page.reason, page.detail):
            self.view.show_note(self.tr("There is no picture of this page."))
        else:
            self._show_picture(page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due and self._page is not None:
            self.show_page(self._page)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self._page is not None:
            self._describe(self._page)
        super().changeEvent(event)

    def _show_picture(self, page: DeliveredPage) -> None:
        key = _key_of(page)
        picture = self._loader.get(key)
        if picture is not None:
            self._on_loaded(key, picture)
            return
        self.view.show_note(self.tr("Loading…"))
        self._is_due = not self.isVisible()
        if not self._is_due:
            self._loader.want([key])

    def _describe(self, page: DeliveredPage) -> None:
        place = self.tr("{file}, page {number}").format(file=page.source, number=page.place_in_file)
        self.title.setText(place)
        sentences = [self._describe_outcome(page), *(self._describe_word(page, aspect) for aspect in page.said_by)]
        sentences += self._describe_medium(self._loader.get(_key_of(page)))
        self.state.setText(" ".join(sentences))
        self._show_notes(page)

    def _describe_outcome(self, page: DeliveredPage) -> str:
        if page.outcome is PageOutcome.READ:
            flags = open_flags(page)
            return self.tr("%n answer(s) wait for review.", "", flags) if flags else self.tr("All read.")
        if page.outcome is PageOutcome.OTHER_FORM:
            return self.tr("Read, of the form {form}: choose it above to see its answers.").format(form=page.detail)
        facts = f"{name_outcome(page.outcome)}: {describe_reason(page.reason, page.detail)}."
        return f"{facts} {advise(page.reason)}"

    def _describe_medium(self, picture: Picture | None) -> list[str]:
        p_photo = picture.p_photo if picture else 0.0
        sure = format_percent(min(p_photo, _MOST_SURE), 0)
        match medium_of(p_photo):
            case Medium.PHOTO:
                return [self.tr("Photographed ({percent} sure).").format(percent=sure)]
            case Medium.UNSURE:
                return [self.tr("Photographed or scanned ({percent} for photographed).").format(percent=sure)]
            case Medium.SCAN:
                return []

    def _describe_word(self, page: DeliveredPage, aspect: Aspect) -> str:
        words = {
            Aspect.UNIT: self.tr("Unit set by {operator}."),
            Aspect.RESPONDENT: self.tr("Put into its form by {operator}."),
            Aspect.PIN: self.tr("Page and place given by {operator}."),
            Aspect.SHEET: self.tr("Compared with another scan by {operator}."),
        }
        return words[aspect].format(operator=page.said_by[aspect])

    def _show_notes(self, page: DeliveredPage) -> None:
        survey = self._workspace.survey
        form = survey.forms.of_page(page.identity.form) if page.identity else None
        template = form.template if form else survey.template
        line = self.tr("Note on {item}: {note} ({operator})")
        lines = [
            line.format(item=template.item(item_id).number or item_id, note=decision.note, operator=decision.operator)
            for item_id, decision in notes_on(page)
        ]
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))

    def _load(self, key: Hashable) -> Picture:
        assert isinstance(key, tuple), "keys are made by _key_of"
        return load_page_picture(self._workspace.survey, key[0])

    def _on_pictures_changed(self) -> None:
        self._loader.forget()
        self._page = None  # so that the picture is loaded anew when the page is shown again

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        if self._page is not None and key == _key_of(self._page):
            self._describe(self._page)  # the picture tells whether it was photographed
            self.view.show_picture(picture)
            self.view.show_outlines(_outlines(self._page, picture))

    def _on_failed(self, key: Hashable, error: Exception) -> None:
        if self._page is not None and key == _key_of(self._page):
            message = describe_error(error)
            self.view.show_note(f"{message.happened}\n{message.advice}")


def _key_of(page: DeliveredPage) -> tuple[int | None, PageIdentity | None]:
    return page.page_id, page.identity


def _outlines(page: DeliveredPage, picture: Picture) -> list[Outline]:
    return [Outline(area, _emphasis(page, area)) for area in picture.areas]


def _emphasis(page: DeliveredPage, area: PictureArea) -> Emphasis:
    if area.item_id not in page.readings:
        return Emphasis.SOFT
    effective = effective_answer(area.item_id, page)
    if not effective.answer or area.option not in effective.answer:
        return Emphasis.SOFT
    return Emphasis.READING if effective.status is AnswerStatus.FLAGGED else Emphasis.CHOSEN
