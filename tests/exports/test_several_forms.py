"""Of several forms each has a file of its own, named after it, and everybody's answers are in one of them."""

import csv

from openpyxl import load_workbook

from exports.export_request import ExportRequest
from exports.several_forms import export_forms
from form_templates.model import FormKey
from omr.results import IdentitySource, ItemReading, PageIdentity, PageOutcome, PageReading, Verification
from tests.omr.build import deliver

SIPAS, SHORT = FormKey("sipas-2020", 2), FormKey("one-stop-short", 2)


def _deliver(survey, key, number, answer=()):
    template = survey.forms.get(key).template
    for page in template.pages:
        items = [item for item in template.items() if template.page_of(item.item_id) == page.number]
        given = {item.item_id: (item.options[0].value,) if answer and item.kind.is_choice else () for item in items}
        readings = tuple(ItemReading(item_id, value, 1e-6, frozenset()) for item_id, value in given.items())
        identity = PageIdentity(*key, page.number, "09163", f"{number:06}", IdentitySource.CODE)
        reading = PageReading(PageOutcome.READ, identity=identity, items=readings)
        deliver(survey, f"{number}-{page.number}.jpg", f"{number}{page.number}".rjust(64, "0"), reading)


def test_that_every_form_has_a_file_of_its_own_and_no_answer_is_lost(two_forms, tmp_path):
    for number in (1, 2, 3):
        _deliver(two_forms, SIPAS if number != 2 else SHORT, number, answer=("yes",))

    paths = list(export_forms(two_forms, ExportRequest(tmp_path / "out.csv")))

    assert [path.name for path in paths] == ["out-sipas-2020-v2.csv", "out-one-stop-short-v2.csv"]
    rows = [list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())) for path in paths]
    assert [{row["sheet"] for row in of_form} for of_form in rows] == [{"000001", "000003"}, {"000002"}]
    assert [{row["template"] for row in of_form} for of_form in rows] == [{"sipas-2020"}, {"one-stop-short"}]


def test_that_of_one_form_one_file_with_the_name_that_was_wished_is_written(two_forms, survey, tmp_path):
    one = ExportRequest(tmp_path / "one.csv")
    chosen = ExportRequest(tmp_path / "chosen.csv")

    assert list(export_forms(survey, one)) == [one.path]
    assert list(export_forms(two_forms.of_form_named("one-stop-short"), chosen)) == [chosen.path]


def test_that_a_workbook_says_on_every_sheet_of_which_form_it_is_and_counts_the_pages_of_others(two_forms, tmp_path):
    _deliver(two_forms, SIPAS, 1, answer=("yes",))
    _deliver(two_forms, SHORT, 2, answer=("yes",))
    (page,) = (each for each in two_forms.pages() if each.outcome is PageOutcome.OTHER_FORM)
    item = next(iter(page.readings))
    two_forms.store.judgements.verify(page.page_id, item, Verification((), "Lan", "2026-01-01T08:00:00+07:00"))

    paths = list(export_forms(two_forms, ExportRequest(tmp_path / "out.xlsx")))

    book = load_workbook(paths[0])
    for sheet in book.worksheets:
        header = " ".join(str(part.text) for part in (sheet.oddHeader.left, sheet.oddHeader.center) if part.text)
        assert "sipas-2020-v2" in header, sheet.title
    quality = {row[0].value: row[1].value for row in book["Chất lượng"].iter_rows()}
    assert quality["Mẫu phiếu khác của cuộc khảo sát"] == 1
