"""Figures as tables and drawings: what a cell says, what is drawn, and what can be told apart."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QAbstractItemModelTester

from exports.tally.dashboard import build_dashboard, count_survey
from exports.tally.figure_answers import Part, Question, find_evidence
from exports.tally.statistics.intervals import FEWEST_FOR_A_RANK
from form_templates.editing.operations.parts import with_items
from form_templates.model import ItemId, ItemRole, Language
from gui.i18n.translation import Translations
from gui.results.tables import criteria_table_model, figure_answers_table_model, unit_table_model
from gui.results.tables.criteria_table_model import CriteriaTableModel
from gui.results.tables.figure_answers_table_model import FigureAnswersTableModel
from gui.results.tables.figure_painting import Distribution, IntervalPlot, Segment, ShareBar, axis_start, segment_at
from gui.results.tables.figure_rows import other_rows, rated_rows
from gui.results.tables.scale_colors import scale_colors, text_on
from gui.results.tables.unit_table_model import UnitTableModel
from gui.widgets.columns_table_model import FIGURE_ROLE, SORT_ROLE
from gui.widgets.theme import colors_of, current_colors
from omr.results import Flag
from tests.exports.build import LEVELS, RECOMMEND, SMALL, UNITS, flagged, response, responses, verified


@pytest.fixture(autouse=True)
def vietnamese(qapp):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)
    yield
    translations.stop()


def dashboard(given, selection=None):
    return build_dashboard(count_survey(SMALL, given, UNITS), selection)


def criteria(rows, *, are_rated=True):
    model = CriteriaTableModel(Language.VIETNAMESE, are_rated=are_rated)
    QAbstractItemModelTester(model)
    model.show_rows(rows)
    return model


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_that_criteria_stand_under_their_factor_with_share_interval_and_count():
    model = criteria(rated_rows(dashboard(responses([{"c1": ("5",)}, {"c1": ("2",)}]))))

    assert texts(model, 0) == ["Tiếp cận dịch vụ", "", "75,0 %", "19,8–97,3 %", "4"]
    assert texts(model, 1) == ["Tiêu chí", "", "50,0 %", "9,5–90,5 %", "2"]
    assert isinstance(model.index(0, 1).data(FIGURE_ROLE), ShareBar)
    assert isinstance(model.index(1, 1).data(FIGURE_ROLE), Distribution)


def test_that_a_question_left_out_of_the_index_says_so_below_the_factor_it_is_no_part_of():
    form = with_items(SMALL, [replace(SMALL.item(ItemId("c2")), role=ItemRole.NEITHER)])
    rows = rated_rows(build_dashboard(count_survey(form, responses([{"c1": ("5",)}, {"c1": ("2",)}]), UNITS)))

    model = criteria(rows)

    assert texts(model, 0)[2:] == ["50,0 %", "9,5–90,5 %", "2"]
    assert (texts(model, 1)[0], texts(model, 2)[0]) == ("Tiêu chí", "Tiêu chí (không tính vào chỉ số)")
    assert rows[0].rated == ("c1",)


def test_that_a_distribution_runs_from_the_lowest_level_to_the_highest_and_fills_the_bar():
    shown = dashboard(responses([{"c1": ("5",)}, {"c1": ("1",)}, {"c1": ("4",)}, {"c1": ("na",)}, {"c1": ()}]))

    model = criteria(rated_rows(shown))
    bar = model.index(1, 1).data(FIGURE_ROLE)

    assert [segment.value for segment in bar.segments] == ["1", "4", "5"]
    assert sum(segment.share for segment in bar.segments) == pytest.approx(1.0)


def test_that_who_hears_the_table_hears_what_is_drawn():
    model = criteria(rated_rows(dashboard(responses([{"c1": ("5",)}, {"c1": ("2",)}]))))

    spoken = model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "Rất hài lòng: 50,0 % (1)" in spoken
    assert "Không hài lòng: 50,0 % (1)" in spoken


def test_that_what_is_missing_is_told_beside_what_was_counted():
    given = [response(1, c1=()), response(2, flagged("c1", ("5",))), response(3)]

    model = criteria(rated_rows(dashboard(given)))
    tip = model.index(1, 4).data(Qt.ItemDataRole.ToolTipRole)

    assert "Bỏ trống: 1" in tip
    assert "Chờ kiểm tra: 1" in tip
    assert "Không đọc được" not in tip


def test_that_an_nps_is_no_share_and_has_its_interval_in_points():
    rows = rated_rows(dashboard(responses([{"nps": ("10",)}, {"nps": ("9",)}, {"nps": ("8",)}, {"nps": ("0",)}])))
    place = next(i for i, row in enumerate(rows) if row.item and row.item.item.item_id == "nps")

    assert texts(criteria(rows), place)[2:4] == ["NPS +25,0", "−48,4 đến +77,8"]


def test_that_options_without_order_have_a_row_each():
    rows = other_rows(dashboard(responses([{"sex": ("m",)}, {"sex": ("f",)}, {"sex": ("f",)}])))

    model = criteria(rows, are_rated=False)

    assert [texts(model, row)[0].strip() for row in range(4)] == ["Người trả lời", "Giới tính", "Nam", "Nữ"]
    assert texts(model, 3)[2:] == ["66,7 %", "", "2"]
    assert rows[3].question == Question((ItemId("sex"),), Part.OPTION, "f")
    assert rows[0].question is None  # a section that is no factor has no figure of its own


def test_that_numbers_have_a_mean_in_the_language_of_the_window():
    rows = other_rows(dashboard(responses([{"visits": ("1",)}, {"visits": ("2",)}])))
    place = next(i for i, row in enumerate(rows) if row.item and row.item.item.item_id == "visits")

    assert texts(criteria(rows, are_rated=False), place)[2] == "TB 1,5"


def test_that_a_row_asks_for_what_it_counts():
    rows = rated_rows(dashboard([response()]))

    assert rows[0].question == Question((ItemId("c1"), ItemId("c2")))
    assert rows[1].question == Question((ItemId("c1"),))


def test_that_new_figures_of_the_same_questions_leave_the_rows_in_place(qtbot):
    model = criteria(rated_rows(dashboard([response()])))

    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(rated_rows(dashboard([response(c1=("1",))])))

    assert texts(model, 1)[2] == "0,0 %"


@pytest.fixture
def units_of():
    """Shows units and returns the first cell of each by its name."""
    model = UnitTableModel()
    QAbstractItemModelTester(model)

    def show(given):
        shown = dashboard(given)
        model.show_units(shown.units, {"09163": 50}, shown.index.value)
        return {model.index(row, 1).data(): model.index(row, 0) for row in range(model.rowCount())}

    return show


def test_that_a_small_unit_is_grey_without_rank_and_after_the_ranked(units_of):
    given = [*responses([{}] * FEWEST_FOR_A_RANK, "09163"), *responses([{}] * (FEWEST_FOR_A_RANK - 1), "09166")]

    found = units_of(given)
    large, small = found["Phường Vũ Ninh"], found["Phường Đáp Cầu"]

    assert (large.data(), small.data()) == ("1", "–")
    assert small.data(Qt.ItemDataRole.ForegroundRole) == current_colors().muted
    assert large.data(Qt.ItemDataRole.ForegroundRole) is None
    assert large.data(SORT_ROLE) < small.data(SORT_ROLE)
    assert small.siblingAtColumn(unit_table_model.UnitColumn.FIGURE).data(FIGURE_ROLE).is_small


def test_that_a_unit_tells_issued_returned_valid_and_waiting(units_of):
    given = [response(1, flagged("c1", ("5",))), response(2)]

    row = units_of(given)["Phường Vũ Ninh"]
    counts = [row.siblingAtColumn(column).data() for column in range(3, 7)]

    assert counts == ["50", "2", "2", "1"]


def test_that_units_nobody_listed_are_named_as_such(units_of):
    assert {"777 (không có trong danh sách)", "Không rõ đơn vị"} <= set(
        units_of([response(1, unit="777"), response(2, unit="")])
    )


def test_that_a_unit_without_answers_has_no_figure(units_of):
    row = units_of([response()])["Huyện Yên Phong"]

    assert row.siblingAtColumn(unit_table_model.UnitColumn.INDEX).data() == "–"
    assert row.siblingAtColumn(unit_table_model.UnitColumn.FIGURE).data(FIGURE_ROLE) is None


def evidence_of(given, question):
    counted = count_survey(SMALL, given, UNITS)
    model = FigureAnswersTableModel({unit.code: unit.name for unit in UNITS}, Language.VIETNAMESE)
    QAbstractItemModelTester(model)
    model.show_evidence(find_evidence(counted, build_dashboard(counted), question))
    return model


def test_that_an_answer_is_shown_with_sheet_unit_place_and_who_decided():
    given = [response(1, verified("c1", ("4",), ("5",)), sheet="00017"), response(2)]
    model = evidence_of(given, Question((ItemId("c1"),)))
    column = figure_answers_table_model.AnswerColumn

    row = {name: model.index(0, name).data() for name in column}

    assert (row[column.SHEET], row[column.UNIT], row[column.ANSWER]) == ("00017", "Phường Vũ Ninh", "Hài lòng")
    assert row[column.STATUS] == "lan"
    assert model.index(1, column.STATUS).data() == "máy đọc"
    assert model.index(1, column.SHEET).data() == "#2"  # no serial: the respondent's number
    assert (model.index(1, column.FILE).data(), model.index(1, column.PAGE).data()) == ("scan.pdf", "2")


def test_that_what_nobody_decided_is_shown_as_a_question():
    given = [response(1, flagged("c1", ("4",))), response(2, flagged("remark", (), Flag.HANDWRITING))]
    model = evidence_of(given, Question((ItemId("c1"), ItemId("remark")), Part.AWAITING))
    answer, status = figure_answers_table_model.AnswerColumn.ANSWER, figure_answers_table_model.AnswerColumn.STATUS

    assert (model.index(0, answer).data(), model.index(0, status).data()) == ("Hài lòng ?", "chờ kiểm tra")
    assert model.index(1, answer).data() == "bỏ trống ?"


def test_that_only_rows_that_are_seen_are_looked_up():
    class Counting:
        looked_up = 0

        def __len__(self):
            return 2_000_000

        def __getitem__(self, place):
            self.looked_up += 1
            raise AssertionError("nobody looks yet")

    evidence = Counting()
    model = FigureAnswersTableModel({}, Language.VIETNAMESE)
    model.show_evidence(evidence)

    assert model.rowCount() == 2_000_000
    assert evidence.looked_up == 0


def test_that_a_click_finds_its_segment_and_nothing_beside_the_bar():
    red = QColor("red")
    bar = Distribution((Segment("1", 0.25, red), Segment("4", 0.75, red)))
    rect = QRectF(100, 0, 200, 16)

    assert [segment_at(bar, rect, x) for x in (99, 100, 149, 151, 299)] == [
        None,
        bar.segments[0],
        bar.segments[0],
        bar.segments[1],
        bar.segments[1],
    ]
    assert segment_at(bar, rect, 301) is None


@pytest.mark.parametrize(("lows", "start"), [([], 0.0), ([0.43, 0.7], 0.4), ([0.95], 0.8), ([0.02], 0.0)])
def test_that_the_axis_begins_at_a_tenth_below_all_intervals(lows, start):
    assert axis_start(lows) == pytest.approx(start)


def test_that_an_interval_never_leaves_its_axis(units_of):
    given = [*responses([{}] * 60, "09163"), response(100, unit="09166", c1=("1",), c2=("1",), c3=("1",))]

    plot = units_of(given)["Phường Đáp Cầu"].siblingAtColumn(unit_table_model.UnitColumn.FIGURE).data(FIGURE_ROLE)

    assert isinstance(plot, IntervalPlot)
    assert plot.axis_low > 0.5
    assert min(plot.low, plot.share, plot.high) >= plot.axis_low


# How people without one kind of cones see: Machado, Oliveira and Fernandes (2009), severity 1.0, linear RGB.
_SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


@pytest.mark.parametrize("sight", _SIGHT.values(), ids=_SIGHT)
@pytest.mark.parametrize("is_dark", [False, True])
def test_that_levels_are_told_apart_with_any_colour_blindness_and_their_labels_can_be_read(sight, is_dark):
    colors = colors_of(_palette(is_dark=is_dark))
    of_level = scale_colors(LEVELS, colors)

    for one, other in combinations(of_level.values(), 2):
        seen = [_seen(color, sight) for color in (one, other)]
        assert sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5 > 0.25
    for color in of_level.values():
        bright, dark = sorted((_luminance(color), _luminance(text_on(color))), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_that_an_nps_has_three_groups_of_colours():
    of_level = scale_colors(RECOMMEND, colors_of(_palette(is_dark=False)))

    assert of_level["7"] == of_level["8"]
    assert len({color.name() for color in of_level.values()}) == 7 + 1 + 2


def test_that_every_column_has_a_title():
    for model, columns in (
        (criteria(()), criteria_table_model.CriteriaColumn),
        (UnitTableModel(), unit_table_model.UnitColumn),
        (FigureAnswersTableModel({}, Language.VIETNAMESE), figure_answers_table_model.AnswerColumn),
    ):
        titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def _palette(*, is_dark):
    palette = QPalette()
    window, text = ("#222428", "#e6e6e6") if is_dark else ("#efefef", "#000000")
    for role, color in ((QPalette.ColorRole.Window, window), (QPalette.ColorRole.Base, window)):
        palette.setColor(role, QColor(color))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
    return palette


def _linear(color):
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]


def _seen(color, sight):
    linear = _linear(color)
    seen = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in sight]
    return [max(c, 0.0) ** (1 / 2.2) for c in seen]


def _luminance(color):
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), _linear(color), strict=True))
