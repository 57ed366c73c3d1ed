"""A thousand edits of all kinds at random: nothing is left dangling, and all of it can be undone and done again."""

import json
from collections import Counter
from random import Random

import pytest

from form_templates.editing.codec import as_dict, form_as_dict, form_from_dict, from_dict
from form_templates.editing.errors import EditRefused
from form_templates.editing.history import FormDocument
from form_templates.editing.journal import Journal, read_journal
from form_templates.editing.operations.catalogue import EDITS
from tests.form_templates.editing.build import form, loose_ends
from tests.form_templates.editing.random_edits import MAKERS, random_edit

EDITS_IN_ALL = 1000


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """The document after a thousand edits, which kinds were done, and what was wrong after any of them."""
    rng = Random(17)
    document = FormDocument(form())
    journal = Journal.begin(tmp_path_factory.mktemp("walk") / "form.journal", document)
    done: Counter[str] = Counter()
    wrong: list[str] = []
    while done.total() < EDITS_IN_ALL:
        edit = random_edit(rng, document.form)
        before = document.form
        try:
            document.do(edit, continues=rng.random() < 0.3)
        except EditRefused:
            wrong += [] if document.form is before else [f"{edit.kind} was refused, but changed the form"]
            continue
        done[edit.kind] += 1
        wrong += [f"{edit}: {each}" for each in loose_ends(document.form)]
    return document, journal.path, done, wrong


def test_that_loose_ends_are_found():
    template = form()
    broken = form_from_dict(
        json.loads(json.dumps(form_as_dict(template)).replace('"item_id": "c01"', '"item_id": "c02"'))
    )

    assert loose_ends(template) == []
    assert "item c02 twice" in loose_ends(broken)


def test_that_random_edits_are_of_every_kind():
    assert {kind.kind for kind in MAKERS} == set(EDITS)


def test_that_no_edit_leaves_anything_dangling(walk):
    _document, _path, done, wrong = walk

    assert wrong == []
    assert set(done) == set(EDITS)


def test_that_a_walk_undone_is_the_form_it_began_with_and_done_again_the_one_it_ended_with(walk):
    document, _path, _done, _wrong = walk
    last = document.form
    count = len(document.done)

    for _ in range(count):
        document.undo()
    first = document.form
    for _ in range(count):
        document.redo()

    assert first == form()
    assert document.form == last
    assert count > EDITS_IN_ALL / 2


def test_that_a_walk_read_from_its_journal_is_the_same_form_and_history(walk):
    document, path, _done, _wrong = walk

    reading = read_journal(path)

    assert reading.damage is None
    assert reading.document.form == document.form
    assert [entry.name for entry in reading.document.done] == [entry.name for entry in document.done]


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.kind)
def test_that_an_edit_written_down_and_read_is_the_same_and_does_the_same(kind):
    rng = Random(kind.kind)
    for _ in range(5):
        edit = random_edit(rng, form(), kind)

        read = from_dict(json.loads(json.dumps(as_dict(edit))))

        assert read == edit
        assert outcome(read) == outcome(edit)


def outcome(edit):
    try:
        return edit.applied_to(form())
    except EditRefused as error:
        return str(error)
