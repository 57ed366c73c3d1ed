from pathlib import Path

from tests.bench import risk
from tests.bench.figures import Answer, Share
from tests.bench.risk import RiskPoint, operating_point, risk_coverage


def _answer(p_wrong: float, *, is_wrong: bool = False, is_flagged: bool = False) -> Answer:
    return Answer("cross", "pencil", True, True, p_wrong, is_flagged, is_wrong)


def test_that_answers_come_in_from_the_surest_on() -> None:
    answers = [_answer(0.5, is_wrong=True), _answer(1e-6), _answer(1e-3), _answer(1e-2, is_wrong=True)]

    assert risk_coverage(answers) == (
        RiskPoint(0.25, 0.0), RiskPoint(0.5, 0.0), RiskPoint(0.75, 1 / 3), RiskPoint(1.0, 0.5),
    )  # fmt: skip


def test_that_equal_statements_come_in_together() -> None:
    answers = [_answer(1e-6), _answer(1e-6, is_wrong=True)]

    assert risk_coverage(answers) == (RiskPoint(1.0, 0.5),)


def test_that_the_operating_point_counts_what_the_engine_accepted() -> None:
    answers = [_answer(1e-6), _answer(1e-6, is_wrong=True), _answer(0.4, is_flagged=True, is_wrong=True), _answer(1e-6)]

    assert operating_point(answers) == (0.75, Share(1, 3))


def test_that_a_curve_without_errors_is_drawn_all_the_same(tmp_path: Path) -> None:
    risk.draw({"office": [_answer(1e-6)] * 3, "hard": []}, tmp_path / "new" / "curve.png")

    assert (tmp_path / "new" / "curve.png").read_bytes().startswith(b"\x89PNG")
