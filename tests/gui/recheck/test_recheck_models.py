"""The tables of the re-check, without a window."""

import pytest
from PySide6.QtCore import QLocale

from gui.i18n.translation import format_moment, format_share
from gui.recheck.operator_table_model import OperatorColumn, OperatorTableModel
from gui.recheck.recheck_table_model import RecheckTableModel, ResultColumn, ResultRow
from gui.recheck.second_look_table_model import SecondLookRow, SecondLookTableModel
from omr.recheck.checks import CheckStanding
from omr.recheck.operators import OperatorAgreement, OperatorWork
from omr.recheck.result import conclude

_AT = "2020-11-20T08:00:00+07:00"
_WORK = OperatorWork("Lan", 1200, 40, 3720.0, 1161.3, OperatorAgreement(39, 40), OperatorAgreement(0, 0), _AT)
_LOOK = SecondLookRow("1 Giới tính", "quét.pdf", 3, "Phường Vũ Ninh", "Lan", _AT)
_RESULT = conclude(300_000, [CheckStanding.AGREED] * 999 + [CheckStanding.WAITING], 0.001)


@pytest.fixture(autouse=True)
def _english_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("model", "row"),
    [(RecheckTableModel, ResultRow(None, _RESULT)), (OperatorTableModel, _WORK), (SecondLookTableModel, _LOOK)],
)
def test_that_a_table_keeps_the_rules_of_qt_and_says_something_everywhere(qtmodeltester, model, row):
    table = model()
    table.show_rows([row])

    qtmodeltester.check(table)
    assert all(table.index(0, column).data() for column in range(table.columnCount()))
    assert table.row(0) == row
    assert table.row(1) is None


def test_that_a_result_shows_its_exact_interval():
    table = RecheckTableModel()
    table.show_rows([ResultRow(3, _RESULT)])

    cells = [table.index(0, column).data() for column in ResultColumn]
    assert cells[:6] == ["3", "300,000", "1,000", "1", "0.100 %", "0.003 % – 0.556 %"]


def test_that_nothing_is_said_about_the_rate_before_the_first_check():
    table = RecheckTableModel()
    table.show_rows([ResultRow(1, conclude(10, [], 0.001))])

    assert table.index(0, ResultColumn.RATE).data() == ""
    assert table.index(0, ResultColumn.INTERVAL).data() == ""


def test_that_work_is_shown_in_hours_and_shares_with_their_counts():
    table = OperatorTableModel()
    table.show_rows([_WORK])

    assert table.index(0, OperatorColumn.ACTIVE).data() == "1 h 2 min"
    assert table.index(0, OperatorColumn.PER_HOUR).data() == "1,161"
    assert table.index(0, OperatorColumn.WITH_OTHERS).data() == "97.5 % of 40"
    assert table.index(0, OperatorColumn.WITH_RECHECK).data() == "–"


def test_that_small_shares_keep_the_digits_that_tell_them_apart():
    assert (format_share(0.0), format_share(0.00052), format_share(0.0445)) == ("0.00 %", "0.052 %", "4.45 %")


def test_that_a_moment_is_shown_in_the_zone_of_this_machine():
    assert format_moment("2020-11-20T08:00:00+07:00") == format_moment("2020-11-20T01:00:00+00:00")
