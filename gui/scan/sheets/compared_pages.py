"""Two scans side by side, with the answers outlined in which they differ."""

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.i18n.error_messages import describe_error
from gui.paper.picture_loading import Picture, PictureLoader, load_page_picture
from gui.paper.picture_view import Emphasis, Outline, PictureView
from gui.widgets.building_blocks import make_column, make_label
from gui.workspace import Workspace
from omr.rescans.sheet_questions import SheetPair
from omr.responses import DeliveredPage, effective_answer


class ComparedPages(QWidget):
    """Shows the pages of a ``SheetPair``, the earlier scan on the left."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: SheetPair | None = None
        self.names = (make_label("subheading", wraps=True), make_label("subheading", wraps=True))
        self.views = (PictureView(takes_keys=True), PictureView(takes_keys=True))
        self._loader = PictureLoader(
            workspace.picture_jobs, lambda key: load_page_picture(workspace.survey, _as_page_id(key)), self
        )
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for name, view in zip(self.names, self.views, strict=True):
            side = QWidget()
            column = make_column(side, margin=0, spacing=6)
            column.addWidget(name)
            column.addWidget(view, stretch=1)
            row.addWidget(side, stretch=1)

    def show_pair(self, pair: SheetPair) -> None:
        """Show other pages; their pictures follow when they are loaded."""
        self._pair = pair
        names = self.tr("Earlier: {file}, page {number}"), self.tr("Later: {file}, page {number}")
        for label, name, page in zip(self.names, names, (pair.earlier, pair.later), strict=True):
            label.setText(name.format(file=page.source, number=page.place_in_file))
        for view in self.views:
            view.show_note(self.tr("Loading…"))
        pages = (pair.earlier.page_id, pair.later.page_id)
        for key in pages:
            picture = self._loader.get(key)
            if picture is not None:
                self._on_loaded(key, picture)
        self._loader.want(pages)

    def _on_loaded(self, key: Hashable, picture: Picture) -> None:
        for view, page in self._shown():
            if page.page_id == key:
                view.show_picture(picture)
                view.show_outlines(self._outlines(page, picture))

    def _on_failed(self, key: Hashable, error: Exception) -> None:
        message = describe_error(error)
        for view, page in self._shown():
            if page.page_id == key:
                view.show_note(f"{message.happened}\n{message.advice}")

    def _shown(self) -> list[tuple[PictureView, DeliveredPage]]:
        if self._pair is None:
            return []
        return list(zip(self.views, (self._pair.earlier, self._pair.later), strict=True))

    def _outlines(self, page: DeliveredPage, picture: Picture) -> list[Outline]:
        """Outline the areas of the answers that differ; those marked on this page stand out."""
        assert self._pair is not None, "nothing is loaded before"
        differing = {each.item_id: effective_answer(each.item_id, page).answer or () for each in self._pair.differing}
        return [
            Outline(area, Emphasis.READING if area.option in differing[area.item_id] else Emphasis.DOUBT)
            for area in picture.areas
            if area.item_id in differing
        ]


def _as_page_id(key: Hashable) -> int:
    assert isinstance(key, int), "pages that are asked about are kept"
    return key
