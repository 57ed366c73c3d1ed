"""What the command line says of sheets that may have been scanned twice."""

from omr.rescans.sheet_questions import SheetPair, SheetQuestion
from omr.rescans.wording import question_as_dict, question_lines
from tests.omr.build import read_page


def _question(answer=("no",)):
    earlier = read_page(1, page_id=1, source="a.pdf")
    return SheetQuestion((SheetPair(earlier, read_page(1, page_id=2, source="b.pdf", answer=answer)),))


def test_that_nothing_is_said_where_nothing_is_asked():
    assert list(question_lines(())) == []


def test_that_a_question_names_both_pages_and_where_they_differ():
    _, differs, alike = question_lines([_question(), _question(answer=("yes",))])

    assert differs == "  same sheet? b.pdf, page 1 and a.pdf, page 1: 1 answer differs (q1)"
    assert alike == "  same sheet? b.pdf, page 1 and a.pdf, page 1: no answer differs"


def test_that_a_folder_scanned_again_does_not_fill_the_screen():
    lines = list(question_lines([_question()] * 50))

    assert lines[0].startswith("question 50 sheets were perhaps scanned twice; both scans count until")
    assert lines[-1] == "  and 30 more"
    assert len(lines) == 22


def test_that_scripts_learn_both_pages_and_the_items_that_differ():
    places = [{"source": name, "page": 1} for name in ("a.pdf", "b.pdf")]

    assert question_as_dict(_question()) == [{"earlier": places[0], "later": places[1], "differ": ["q1"]}]
