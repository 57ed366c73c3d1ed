"""Files of a form that hold the same."""

from pathlib import Path

from omr.forms.page_images import PageOpener
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.same_files import without_repeats
from omr.forms.proposing.template_proposal import propose_template
from omr.processes.limited_process import call_here
from tests.omr.forms.proposing.blank_forms import FORMS


def test_that_a_blank_given_twice_makes_its_pages_once_and_is_named(tmp_path: Path) -> None:
    first, second = tmp_path / "form.pdf", tmp_path / "form (1).pdf"
    first.write_bytes(FORMS["two_columns"]().pdf())
    second.write_bytes(first.read_bytes())

    with PageOpener(call=call_here) as opener:
        once = propose_template([first], tmp_path / "once", opener)
        twice = propose_template([first, second], tmp_path / "twice", opener)

    assert twice.template.pages == once.template.pages
    assert [note.facts["names"] for note in twice.notes if note.kind is NoteKind.REPEATED] == ["form (1).pdf"]


def test_that_files_that_differ_and_files_that_are_not_there_are_kept(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one.pdf", "other.pdf", "missing.pdf")]
    for path in paths[:2]:
        path.write_text(path.name, encoding="utf-8")

    with PageOpener(call=call_here) as opener:
        assert without_repeats([*paths, paths[2]], opener) == ((*paths, paths[2]), ())
