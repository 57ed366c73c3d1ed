"""What is said of copies that may be of several forms, or that nobody called copies."""

from pathlib import Path

from omr.forms.page_images import PageOpener
from omr.forms.proposing.copy_kinds import PageKind, ScannedCopy
from omr.forms.proposing.filled_reading import note_apart
from omr.forms.proposing.form_reading import FormReading
from omr.forms.proposing.notes import NoteKind
from omr.forms.proposing.template_proposal import propose_template
from omr.processes.limited_process import call_here
from tests.omr.forms.proposing.sheet import Sheet


def _kind(*files: str) -> PageKind:
    return PageKind([], [ScannedCopy(name, place, 0, Path(name)) for place, name in enumerate(files)])


def test_that_pages_which_no_file_holds_together_are_named_as_perhaps_of_other_forms() -> None:
    apart, whole = FormReading(), FormReading()

    note_apart(apart, [_kind("a.pdf", "b.pdf"), _kind("c.pdf", "d.pdf"), _kind("b.pdf"), _kind("c.pdf")])
    note_apart(whole, [_kind("a.pdf"), _kind("b.pdf"), _kind("a.pdf", "b.pdf")])

    assert [str(note).partition(":")[0] for note in apart.notes] == ["No file holds page 1 together with page 2, 4"]
    assert whole.notes == []


def test_that_pages_of_the_same_words_are_named_as_perhaps_filled_copies(tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        sheet = Sheet()
        sheet.write(60, 20, "PHIẾU KHẢO SÁT", 14, bold=True)
        sheet.write(20, 40, f"1. Ông/Bà có hài lòng với phòng số {number} không?")
        for place, option in enumerate(("Có", "Không")):
            sheet.box(30 + 50 * place, 45, 4)
            sheet.write(36 + 50 * place, 48, option)
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(sheet.pdf())

    with PageOpener(call=call_here) as opener:
        copies = propose_template(paths, tmp_path / "three", opener)
        sides = propose_template(paths[:2], tmp_path / "two", opener)

    assert [note.facts for note in copies.notes if note.kind is NoteKind.PERHAPS_FILLED] == [{"count": "3"}]
    assert NoteKind.PERHAPS_FILLED not in {note.kind for note in sides.notes}
