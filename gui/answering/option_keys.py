"""Which key stands for which option."""

from form_templates.model import Item, MarkStyle

_DIGITS = "123456789"
_LETTERS = "ABCEHIJKLNOPQRSTVWXYZ"  # without those that are commands: double mark, full page, gallery, memo, unreadable


def option_keys(item: Item) -> dict[str, str]:
    """Return option values by key, in printed order.

    Where the paper itself prints digits, the printed digit is the key, for that is what the eye reads off: a scale
    printed 5 to 1, or 0 to 10. Everywhere else the keys count the options in printed order. Options without a digit get
    letters, since 0 means "left blank".
    """
    values = [option.value for option in item.options]
    by_value = dict.fromkeys(values, "")
    if _prints_digits(item):
        by_value |= {value: value for value in values if value in _DIGITS}
    else:
        by_value |= dict(zip(values, _DIGITS, strict=False))
    letters = iter(_LETTERS)
    return {by_value[value] or next(letters, value): value for value in values}


def _prints_digits(item: Item) -> bool:
    is_numeric = all(option.value.isdecimal() for option in item.options)
    return is_numeric and (item.style is not MarkStyle.BOX or len(item.options) > len(_DIGITS))
