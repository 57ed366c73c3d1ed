"""The levels of a scale in their order, whatever order they are printed in."""

from form_templates.model import Option, Scale


def options_by_value(scale: Scale) -> list[Option]:
    """Return the levels from the lowest value up; "not applicable" is no level."""
    return sorted((option for option in scale.options if not option.is_not_applicable), key=value_order)


def value_order(option: Option) -> tuple[int, str]:
    """Return a sort key that puts ``"10"`` after ``"9"``."""
    return len(option.value), option.value
