"""The levels of a scale have an order, however they are printed."""

from form_templates.model import Option, Scale, ScaleKind, Text


def _scale(*options: Option) -> Scale:
    return Scale("s", ScaleKind.SATISFACTION, options)


def test_that_levels_go_from_the_lowest_value_up_however_they_are_printed() -> None:
    scale = _scale(*(Option(value, Text(value)) for value in ("10", "9", "1", "2")))

    assert [level.value for level in scale.levels] == ["1", "2", "9", "10"]


def test_that_no_opinion_is_no_level() -> None:
    scale = _scale(Option("1", Text("1")), Option("0", Text("Không ý kiến"), is_not_applicable=True))

    assert [level.value for level in scale.levels] == ["1"]
