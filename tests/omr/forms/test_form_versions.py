"""A form that pages were read by becomes another version; each page keeps the form by which it was read."""

import pytest

from form_templates.editing.operations.areas import MoveAreas
from form_templates.editing.operations.questions import RelabelItem
from form_templates.loading import load_template
from form_templates.model import FormKey, ItemId, Language
from omr.batches.batch import read_batch
from omr.forms.form_versions import as_editable, is_used, keep_form
from omr.forms.more_forms import pages_of
from omr.forms.page_images import PageOpener
from omr.processes.limited_process import call_here
from omr.survey.folder import Survey
from omr.survey.forms import form_folder
from tests.form_templates.editing.build import ref
from tests.omr.drawn_form import ANSWERS, write_drawn_form, write_filled

FIRST, SECOND = FormKey("theirs", 1), FormKey("theirs", 2)
_OTHERS = ANSWERS | {"c01": "5", "c02": "4"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write_drawn_form(tmp_path_factory.mktemp("form"))


@pytest.fixture
def unread(tmp_path, made):
    with Survey.create(tmp_path / "s", made) as survey:
        yield survey


@pytest.fixture
def read(unread, tmp_path, reading_here):
    """A survey of which one page was read."""
    read_batch(unread, [write_filled(tmp_path / "first.png")], jobs=1)
    return unread


def keep(survey, form):
    return keep_form(survey, form, FIRST, PageOpener(call=call_here))


def changed(form):
    """The second row lies a little lower, where it is printed all the same, and is called otherwise."""
    moved = MoveAreas(tuple(ref("c02", str(value)) for value in range(1, 6)), 0.0, 0.2).applied_to(form)
    return RelabelItem(ItemId("c02"), Language.VIETNAMESE, "Thời gian chờ").applied_to(moved)


def test_that_a_form_on_which_nothing_rests_is_changed_itself(unread):
    form = as_editable(unread, unread.template)
    assert form.key == FIRST

    keep(unread, changed(form))

    with Survey.open(unread.folder) as again:
        assert again.forms.keys == (FIRST,)
        assert again.template.item(ItemId("c02")).label.vi == "Thời gian chờ"


def test_that_each_page_is_read_by_its_own_version(read, tmp_path):
    before = load_template(read.template_folder)
    form = as_editable(read, read.template)
    assert form.key == SECOND
    keep(read, changed(form))

    with Survey.open(read.folder) as both:
        assert both.forms.keys == (FIRST, SECOND)
        read_batch(both, [write_filled(tmp_path / "second.png", _OTHERS)], jobs=1)
        pages = both.pages_of_all_forms()
        assert [page.identity.form for page in pages] == [FIRST, SECOND]
        assert [page.readings["c02"].answer for page in pages] == [("2",), ("4",)]
        assert not any(reading.flags for page in pages for reading in page.readings.values())
        assert (pages_of(both, FIRST), pages_of(both, SECOND)) == (1, 1)
        assert both.forms.first.template == before


def test_that_a_new_version_is_changed_itself_until_something_rests_on_it(read):
    form = changed(as_editable(read, read.template))
    keep(read, form)
    again = RelabelItem(ItemId("c03"), Language.VIETNAMESE, "Thái độ").applied_to(form)

    assert keep(read, again).key == SECOND
    assert load_template(form_folder(read.folder, SECOND)).item(ItemId("c03")).label.vi == "Thái độ"

    read.store.issued.add({"": 1}, 3, SECOND)
    with Survey.open(read.folder) as opened:
        assert is_used(opened, SECOND)
        assert keep(opened, changed(again)).version == 3


def test_that_what_was_printed_alone_makes_a_version_too(unread):
    unread.store.issued.add({"": 1}, 3)

    assert as_editable(unread, unread.template).key == SECOND
