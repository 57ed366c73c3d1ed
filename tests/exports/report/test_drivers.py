"""Criteria beside overall satisfaction in the printed report: of the round, ranked, without a word of causes."""

from tests.exports.build import responses
from tests.exports.report.pages import basis, text_of
from tests.exports.tally.priorities.test_drivers import people

TITLE = "Tiêu chí và mức hài lòng chung"


def test_that_the_round_ranks_its_criteria_and_says_where_to_look_first() -> None:
    text = text_of(basis(responses(people(60))))

    after = text[text.index(TITLE) :]
    assert "Đi cùng mức hài lòng chung chặt nhất" in after
    assert after.count("Xem xét trước") > after.count("Xem xét trước:")
    assert "không có nghĩa là nguyên nhân" in " ".join(after.split())


def test_that_the_report_of_a_unit_leaves_it_out() -> None:
    assert TITLE not in text_of(basis(responses(people(60))), "09163")


def test_that_nothing_is_ranked_of_fewer_than_thirty_people() -> None:
    assert TITLE not in text_of(basis(responses(people(29))))


def test_that_nothing_is_said_to_go_together_where_no_interval_lies_above_zero() -> None:
    turned = [{**each, "c1": (str(6 - int(each["all"][0])),), "c2": ("4",), "c3": ("5",)} for each in people(60)]

    text = text_of(basis(responses(turned)))

    assert TITLE in text
    assert "chưa thể nói tiêu chí nào đi cùng" in text
    assert "chặt nhất" not in text
