"""Importing a form through the real dialogs: choosing, ordering, mistakes in words, and using what was made."""

import json
import time

import numpy as np
import pytest
from PIL import Image

from form_templates.errors import TemplateError
from form_templates.loading import load_template
from form_templates.model import Language
from gui.home.import_dialog import ImportDialog
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.home.page_list import load_preview
from gui.i18n.error_messages import describe_error
from gui.i18n.fact_messages import describe_finding
from gui.i18n.translation import Translations
from gui.jobs import Jobs
from gui.widgets import dialogs
from omr.forms.page_findings import unreadable
from omr.forms.page_images import PageOpener
from omr.forms.template_import import import_template, propose_template_folder
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.campaign.bomb_files import nested_forms_pdf
from tests.form_templates.build import foreign_area, foreign_layout

_HERE = PageOpener(call=call_here)  # these files are harmless
_LONG_MS = 30_000


@pytest.fixture
def layout(tmp_path):
    """A layout of two pages."""
    path = tmp_path / "phieu-cu.json"
    pages = [foreign_area("q1", "A", 20)], [foreign_area("q2", "A", 20)]
    path.write_text(json.dumps(foreign_layout(*pages)), encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path):
    """Images of two blank pages, the first grey, the second white."""
    paths = [tmp_path / f"trang {number}.png" for number in (1, 2)]
    for path, shade in zip(paths, (128, 255), strict=True):
        Image.fromarray(np.full((702, 496), shade, np.uint8)).save(path)
    return paths


@pytest.fixture
def dialog(qtbot, tmp_path):
    dialog = ImportDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()


def _wait_for_previews(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog._jobs.is_busy, timeout=_LONG_MS)


def test_that_a_form_is_imported_with_its_pages_in_the_order_chosen(
    qtbot, dialog, layout, pages, tmp_path, monkeypatch
):
    monkeypatch.setattr(dialogs, "ask_file", lambda *_: layout)
    monkeypatch.setattr(dialogs, "ask_scans", lambda *_: tuple(reversed(pages)))
    dialog.layout_button.click()
    assert not dialog.import_button.isEnabled()
    dialog.pages.add_button.click()
    _wait_for_previews(qtbot, dialog)
    dialog.pages.up_button.click()

    with qtbot.waitSignal(dialog.imported, timeout=_LONG_MS) as imported:
        dialog.import_button.click()
    assert imported.args == [tmp_path / "phieu-cu-template"]
    assert load_template(imported.args[0]).template_id == "Theirs_2"
    assert (imported.args[0] / "blank-1.png").read_bytes() == pages[0].read_bytes()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=_LONG_MS)


def test_that_pages_are_numbered_through_files_and_told_when_they_cannot_be_read(qtbot, dialog, pages, tmp_path):
    images = [Image.open(path) for path in pages]
    images[0].save(tmp_path / "two.pdf", save_all=True, append_images=images[1:], resolution=60)
    (tmp_path / "empty.png").touch()

    dialog.pages.add([tmp_path / "two.pdf", tmp_path / "empty.png", pages[0]])
    _wait_for_previews(qtbot, dialog)

    texts = [dialog.pages.list.item(row).text().splitlines() for row in range(3)]
    assert texts == [
        ["Pages 1–2", "two.pdf", "496 × 702 px"],
        ["Page 3", "empty.png", "The file is empty"],
        ["Page 4", "trang 1.png", "496 × 702 px"],
    ]
    dialog.pages.list.setCurrentRow(0)
    dialog.pages.remove_button.click()
    assert dialog.pages.list.item(1).text().startswith("Page 2\n")


def test_that_mistakes_are_told_and_the_dialog_stays_as_it_was(qtbot, dialog, layout, pages, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _parent, error: told.append(error))
    dialog.layout_edit.setText(str(layout))
    dialog.pages.add(pages[:1])
    _wait_for_previews(qtbot, dialog)
    dialog.import_button.click()
    qtbot.waitUntil(lambda: bool(told) and dialog.import_button.isEnabled(), timeout=_LONG_MS)

    assert isinstance(told[0], TemplateError)
    assert dialog.isVisible()
    assert dialog.pages.paths() == (pages[0],)
    assert not (tmp_path / "phieu-cu-template").exists()


def test_that_mistakes_about_pages_are_worded_in_vietnamese(qapp, layout, pages, tmp_path):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    Image.fromarray(np.full((496, 702), 255, np.uint8)).save(pages[0])
    (tmp_path / "rỗng.png").touch()

    with pytest.raises(TemplateError) as caught:
        import_template(layout, [pages[0], tmp_path / "rỗng.png", pages[1]], tmp_path / "t", _HERE)
    lines = describe_error(caught.value).happened.splitlines()
    translations.stop()

    assert lines[1:] == [
        "• rỗng.png: Tệp rỗng",
        "• phieu-cu.json: Số trang trong bố cục: 2, số ảnh trang đã chọn: 3. "
        "Hãy chọn mỗi trang một ảnh, theo đúng thứ tự.",
        "• trang 1.png: Ảnh (702 x 496 px) không có tỷ lệ của trang 1 (210 x 297 mm). "
        "Có lẽ đây là trang khác, bị cắt xén hoặc nằm ngang.",
    ]


def test_that_a_page_beyond_the_limits_is_told_in_vietnamese_with_what_to_do(qapp, tmp_path):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    told = describe_finding(unreadable(tmp_path / "mẫu.pdf", Reason.TAKES_TOO_LONG, "60 s"))
    translations.stop()

    assert told == (
        "mẫu.pdf: Đọc lâu hơn thời gian cho phép (60 s). Hãy lưu từng trang thành ảnh PNG rồi chọn các ảnh đó."
    )


def test_that_a_dialog_with_a_file_that_never_ends_can_be_left_at_once(qtbot, dialog, layout, pages, tmp_path):
    nested_forms_pdf(tmp_path / "bomb.pdf")
    dialog.layout_edit.setText(str(layout))
    dialog.pages.add([pages[0], tmp_path / "bomb.pdf"])
    qtbot.waitUntil(lambda: "×" in dialog.pages.list.item(0).text(), timeout=_LONG_MS)

    began_s = time.monotonic()
    dialog.reject()

    assert time.monotonic() - began_s < 10
    assert not dialog.isVisible()


def test_that_a_long_list_of_mistakes_fits_a_message(layout, pages, tmp_path):
    areas = [foreign_area(f"q{number}", "A", 300, y_mm=9.0 * number) for number in range(30)]
    layout.write_text(json.dumps(foreign_layout(areas)), encoding="utf-8")

    with pytest.raises(TemplateError) as caught:
        import_template(layout, pages[:1], tmp_path / "t", _HERE)

    assert len(caught.value.findings) == 30
    lines = describe_error(caught.value).happened.splitlines()
    assert (len(lines), lines[-1]) == (14, "… and 18 more")


def test_that_an_imported_form_is_chosen_for_the_new_survey(qtbot, layout, pages, tmp_path):
    jobs = Jobs(threads=1)
    dialog = NewSurveyDialog((), Language.ENGLISH, tmp_path, jobs)
    qtbot.addWidget(dialog)
    dialog.import_button.click()
    inner = dialog.findChild(ImportDialog)
    inner.layout_edit.setText(str(layout))
    inner.pages.add(pages)
    inner.import_button.click()
    qtbot.waitUntil(lambda: not inner.isVisible(), timeout=_LONG_MS)

    dialog.name_edit.setText("Theirs")
    wanted = dialog.survey_wanted()
    assert wanted.template == tmp_path / "phieu-cu-template"
    qtbot.waitUntil(lambda: dialog.preview.has_pictures, timeout=_LONG_MS)
    jobs.stop()
    with wanted.create() as survey:
        assert survey.template.template_id == "Theirs_2"


def test_that_a_preview_says_why_a_file_cannot_be_read(tmp_path):
    (tmp_path / "a.png").write_text("no image")

    assert load_preview(tmp_path / "a.png", _HERE).problem == "The file is no scan we know"
    assert load_preview(tmp_path / "b.png", _HERE).problem == "The file is not there"


def test_that_a_folder_is_proposed_that_is_not_there_yet(tmp_path):
    (tmp_path / "mau-template").mkdir()

    assert propose_template_folder(tmp_path, tmp_path / "x" / "mau" / "layout.json") == tmp_path / "mau-template-2"
    assert propose_template_folder(tmp_path, tmp_path / "phieu.json") == tmp_path / "phieu-template"
