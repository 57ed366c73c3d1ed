"""Which page leaves the count: the later one, with the other side of its sheet, and never one of another print-out."""

from dataclasses import replace

from omr.rescans.ink_likeness import Likeness
from omr.rescans.scanned_twice import mark_same_sheets
from omr.rescans.sheet_questions import DifferingAnswer, find_sheet_questions
from omr.results import PageOutcome, Reason
from tests.omr.build import read_page, unread_page

_SURE, _PERHAPS = Likeness.SURE, Likeness.SUSPECTED


def _like(*pairs):
    found = {}
    for one, other, likeness in pairs:
        found.setdefault(one, {})[other] = likeness
        found.setdefault(other, {})[one] = likeness
    return lambda page_id: found.get(page_id, {})


def _never(_one, _other):
    return False


def _always(_one, _other):
    return True


def _asked(pages, likenesses, is_consistent=_always):
    """Keys of the pages that are asked about, the earlier and the later of each side."""
    marked = mark_same_sheets(pages, likenesses, is_consistent)
    questions = find_sheet_questions(marked, likenesses)
    return [[(pair.earlier.page_id, pair.later.page_id) for pair in each.pairs] for each in questions]


def _duplicates(pages, likenesses, is_consistent=_always):
    marked = mark_same_sheets(pages, likenesses, is_consistent)
    assert len(marked) == len(pages)
    return [page.page_id for page in marked if page.outcome is PageOutcome.DUPLICATE]


def test_that_the_later_page_in_delivered_order_leaves_the_count_whatever_the_keys():
    pages = [read_page(1, page_id=7, source="a.pdf"), read_page(1, page_id=3, source="b.pdf")]

    (first, second) = mark_same_sheets(pages, _like((3, 7, _SURE)), _never)

    assert first == pages[0]
    assert (second.outcome, second.reason, second.detail) == (PageOutcome.DUPLICATE, Reason.SAME_SHEET, "a.pdf, page 1")
    assert second.readings == pages[1].readings


def test_that_a_later_scan_counts_where_the_earlier_one_was_taken_out():
    out = replace(read_page(1, page_id=1), outcome=PageOutcome.TAKEN_OUT, reason=Reason.PAGE_TAKEN_OUT)

    assert _duplicates([out, read_page(1, page_id=2)], _like((1, 2, _SURE))) == []


def test_that_a_third_scan_is_a_duplicate_of_the_first():
    pages = [read_page(1, page_id=key, source=f"{key}.jpg") for key in (1, 2, 3)]

    marked = mark_same_sheets(pages, _like((1, 2, _SURE), (2, 3, _SURE), (1, 3, _SURE)), _never)

    assert [page.detail for page in marked] == ["", "1.jpg, page 1", "1.jpg, page 1"]


def test_that_a_suspicion_changes_nothing_but_is_named():
    pages = [read_page(1, page_id=1), read_page(1, page_id=2)]

    assert _duplicates(pages, _like((1, 2, _PERHAPS))) == []
    assert _asked(pages, _like((1, 2, _PERHAPS))) == [[(1, 2)]]


def test_that_pages_with_different_readable_serials_are_two_sheets():
    pages = [read_page(1, "000001", page_id=1), read_page(1, "000002", page_id=2)]

    assert _duplicates(pages, _like((1, 2, _SURE))) == []
    assert _asked(pages, _like((1, 2, _SURE))) == []


def test_that_a_sheet_read_by_two_versions_of_a_form_without_codes_counts_once():
    pages = [read_page(1, page_id=1), read_page(1, page_id=2)]
    by_next = replace(pages[1], identity=replace(pages[1].identity, version=2))
    by_other = replace(pages[1], identity=replace(pages[1].identity, template_id="other"))

    assert _duplicates([pages[0], by_next], _like((1, 2, _SURE))) == [2]
    assert _duplicates([pages[0], by_other], _like((1, 2, _SURE))) == []


def test_that_versions_whose_print_outs_are_named_are_two_sheets():
    pages = [read_page(1, "000001", page_id=1), read_page(1, "000001", page_id=2)]
    by_next = replace(pages[1], identity=replace(pages[1].identity, version=2))

    assert _duplicates([pages[0], by_next], _like((1, 2, _SURE))) == []


def test_that_the_other_side_goes_with_its_sheet_if_nothing_speaks_against_it():
    pages = [read_page(number, "000001", page_id=key) for key, number in ((1, 1), (2, 2), (3, 1), (4, 2))]

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3, 4]
    assert _duplicates(pages, _like((2, 4, _SURE)), _always) == [3, 4]


def test_that_a_pile_of_fronts_and_then_backs_is_known_again_page_by_page():
    """Of sheets scanned before from both sides; where fronts end and backs begin, two neighbours are no one sheet."""
    before = [read_page(number, "000001", page_id=key) for key, number in enumerate((1, 2, 1, 2), start=1)]
    again = [read_page(number, "000001", page_id=key, batch=2) for key, number in enumerate((1, 1, 2, 2), start=5)]
    alike = _like((1, 5, _SURE), (3, 6, _SURE), (2, 7, _SURE), (4, 8, _SURE))

    assert _duplicates([*before, *again], alike, _never) == [5, 6, 7, 8]


def test_that_a_neighbour_from_another_print_out_stays():
    pages = [
        read_page(1, "000001", page_id=1), read_page(2, "000001", page_id=2),
        read_page(1, "000001", page_id=3), read_page(2, "000002", page_id=4),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_unread_pages_are_left_as_they_are():
    pages = [read_page(1, page_id=1), unread_page(), read_page(1, page_id=2)]

    assert _duplicates(pages, _like((1, 2, _SURE), (1, 99, _SURE)), _always) == [2]


def test_that_a_page_like_two_earlier_ones_is_a_duplicate_of_the_first():
    pages = [read_page(1, page_id=key, source=f"{key}.jpg") for key in (1, 2, 3)]

    *_, last = mark_same_sheets(pages, _like((2, 3, _SURE), (1, 3, _SURE)), _never)

    assert last.detail == "1.jpg, page 1"


def test_that_a_page_like_a_duplicate_alone_stays():
    pages = [read_page(1, page_id=key) for key in (1, 2, 3)]

    assert _duplicates(pages, _like((1, 2, _SURE), (2, 3, _SURE))) == [2]


def test_that_pages_are_two_sheets_only_if_both_say_which_print_out_they_are():
    told, untold = read_page(1, "000001", page_id=1), read_page(1, "", page_id=2)
    elsewhere = read_page(1, "000001", page_id=2, unit="09166")

    assert _duplicates([told, untold], _like((1, 2, _SURE))) == [2]
    assert _duplicates([untold, told], _like((1, 2, _SURE))) == [1]
    assert _duplicates([told, elsewhere], _like((1, 2, _SURE))) == []
    assert _asked([told, untold], _like((1, 2, _PERHAPS))) == [[(1, 2)]]
    assert _asked([told, elsewhere], _like((1, 2, _PERHAPS))) == []


def test_that_all_sides_of_a_form_go_with_the_one_that_is_known():
    pages = [read_page(number, "000001", page_id=key) for key, number in enumerate((1, 2, 3, 4) * 2, start=1)]

    for key in (1, 2, 3, 4):
        assert _duplicates(pages, _like((key, key + 4, _SURE)), _always) == [5, 6, 7, 8]


def test_that_a_sheet_is_a_question_as_a_whole_if_one_of_its_sides_differs():
    pages = [read_page(number, "000001", page_id=key) for key, number in enumerate((1, 2, 3) * 2, start=1)]
    sides = [[(1, 4), (2, 5), (3, 6)]]

    for differing in (4, 5, 6):
        same = [key for key in (4, 5, 6) if key != differing]
        likenesses = _like(*((key - 3, key, _SURE) for key in same))
        assert _duplicates(pages, likenesses, lambda *pair, key=differing: key not in pair) == []
        assert _asked(pages, likenesses, lambda *pair, key=differing: key not in pair) == sides


def test_that_a_scan_with_another_answer_counts_until_a_person_says_what_it_is():
    pages = [read_page(1, page_id=1, answer=("yes",)), read_page(1, page_id=2, answer=("no",))]

    (question,) = find_sheet_questions(mark_same_sheets(pages, _like((1, 2, _SURE)), _always), _like((1, 2, _SURE)))

    assert _duplicates(pages, _like((1, 2, _SURE))) == []
    assert question.pairs[0].differing == (DifferingAnswer("q1", ("yes",), ("no",)),)
    assert question.differing == 1


def test_that_a_sheet_with_another_answer_on_its_back_counts_whole():
    pages = [read_page(number, page_id=key) for key, number in ((1, 1), (2, 2), (3, 1))]
    pages.append(read_page(2, page_id=4, answer=()))

    assert _duplicates(pages, _like((1, 3, _SURE), (2, 4, _SURE))) == []
    assert _asked(pages, _like((1, 3, _SURE), (2, 4, _SURE))) == [[(1, 3), (2, 4)]]


def test_that_of_two_scans_the_one_counts_that_a_person_chose():
    pages = [read_page(1, page_id=key, source=f"{key}.jpg") for key in (1, 2)]

    for left, kept in ((1, 2), (2, 1)):
        said = [replace(page, same_sheet_as=kept) if page.page_id == left else page for page in pages]
        marked = mark_same_sheets(said, _like((1, 2, _PERHAPS)), _never)
        assert [page.page_id for page in marked if page.outcome is PageOutcome.READ] == [kept]
        assert marked[left - 1].detail == f"{kept}.jpg, page 1"
        assert find_sheet_questions(marked, _like((1, 2, _PERHAPS))) == ()


def test_that_a_page_that_a_person_calls_a_sheet_of_its_own_counts_however_alike_it_is():
    pages = [read_page(number, page_id=key) for key, number in ((1, 1), (2, 2), (3, 1), (4, 2))]
    pages[2:] = [replace(page, same_sheet_as=page.page_id) for page in pages[2:]]
    likenesses = _like((1, 3, _SURE), (2, 4, _SURE))

    assert _duplicates(pages, likenesses) == []
    assert _asked(pages, likenesses) == []


def test_that_one_scan_of_a_sheet_always_counts_whatever_people_say():
    in_a_ring = [replace(read_page(1, page_id=key), same_sheet_as=key % 3 + 1) for key in (1, 2, 3)]
    for_a_page_that_is_out = [replace(read_page(1, page_id=1), same_sheet_as=99), read_page(1, page_id=2)]

    assert len(_duplicates(in_a_ring, _like())) == 2
    assert _duplicates(for_a_page_that_is_out, _like()) == []


def test_that_a_word_leads_to_the_scan_that_counts():
    pages = [read_page(1, page_id=key, source=f"{key}.jpg") for key in (1, 2, 3)]
    pages[0], pages[1] = replace(pages[0], same_sheet_as=2), replace(pages[1], same_sheet_as=3)

    marked = mark_same_sheets(pages, _like(), _never)

    assert [page.detail for page in marked] == ["3.jpg, page 1", "3.jpg, page 1", ""]


def test_that_a_side_is_compared_with_the_same_side_of_the_earlier_sheet():
    pages = [read_page(number, "000001", page_id=key) for key, number in ((1, 1), (2, 2), (3, 1), (4, 2))]
    compared = []

    def is_consistent(one, other):
        compared.append((one, other))
        return True

    marked = mark_same_sheets(pages, _like((1, 3, _SURE)), is_consistent)

    assert compared == [(4, 2)]
    assert [page.outcome for page in marked] == [PageOutcome.READ, PageOutcome.READ, *[PageOutcome.DUPLICATE] * 2]


def test_that_another_side_of_the_form_is_not_taken_for_the_missing_one():
    pages = [read_page(number, "000001", page_id=key) for key, number in ((1, 2), (2, 3), (3, 1), (4, 2))]

    assert _duplicates(pages, _like((1, 4, _SURE)), _always) == [4]


def test_that_a_neighbour_with_the_same_page_number_is_another_sheet():
    pages = [read_page(1, page_id=key) for key in (1, 2, 3, 4)]

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_the_first_page_of_the_next_batch_is_no_other_side():
    front, back = read_page(1, "000001", page_id=1), read_page(2, "000001", page_id=2)
    again, next_batch = read_page(1, "000001", page_id=3), read_page(2, "000001", page_id=4, batch=2)

    assert _duplicates([front, back, again, next_batch], _like((1, 3, _SURE)), _always) == [3]


def test_that_a_page_two_places_off_is_no_other_side():
    pages = [
        read_page(1, "000001", page_id=1), read_page(2, "000001", page_id=2),
        read_page(1, "000001", page_id=3), unread_page(), read_page(2, "000001", page_id=4),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_a_back_that_names_another_print_out_than_its_front_stays():
    pages = [
        read_page(1, "000001", page_id=1), read_page(2, "", page_id=2),
        read_page(1, "000001", page_id=3), read_page(2, "000002", page_id=4),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_a_back_that_names_another_print_out_than_the_earlier_back_stays():
    pages = [
        read_page(1, "", page_id=1), read_page(2, "000001", page_id=2),
        read_page(1, "", page_id=3), read_page(2, "000002", page_id=4),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_two_sheets_beside_each_other_keep_their_sides():
    # The second front is the first scanned again; the only back lies between them and belongs to both.
    pages = [read_page(number, "000001", page_id=key) for key, number in ((1, 1), (2, 2), (3, 1))]

    assert _duplicates(pages, _like((1, 3, _SURE)), _always) == [3]


def test_that_pages_that_do_not_count_are_not_suspected_and_make_nobody_suspect():
    unread = unread_page()
    pages = [unread, read_page(1, page_id=1), replace(read_page(1, page_id=2), outcome=PageOutcome.FOREIGN)]

    assert _asked([*pages, read_page(1, page_id=3)], _like((2, 3, _PERHAPS), (1, 2, _PERHAPS))) == []
    assert _asked([*pages, read_page(1, page_id=3)], _like((1, 3, _PERHAPS))) == [[(1, 3)]]


def test_that_a_file_delivered_twice_does_not_hide_what_its_page_says():
    again = replace(read_page(1, page_id=1), outcome=PageOutcome.DUPLICATE, identity=None)
    pages = [read_page(1, "000001", page_id=1), again, read_page(1, "000002", page_id=2)]

    assert _asked(pages, _like((1, 2, _PERHAPS))) == []


def test_that_the_pages_given_are_left_as_they_are():
    pages = (read_page(1, page_id=1), read_page(1, page_id=2))

    assert mark_same_sheets(pages, _like(), _never) == list(pages)


def test_that_a_back_that_left_the_count_vouches_for_no_other():
    pages = [
        read_page(2, page_id=1), unread_page(),
        read_page(1, page_id=2), read_page(2, page_id=3),  # the back was scanned before
        read_page(1, page_id=4), read_page(2, page_id=5),
    ]  # fmt: skip

    assert _duplicates(pages, _like((1, 3, _SURE), (2, 4, _SURE)), _always) == [3, 4]
