"""The page code as a QR code: one size for all copies of a template, so that its place never moves."""

import re
from functools import cache
from itertools import groupby

import segno

from form_templates.errors import PrintError
from form_templates.facts import Fact
from form_templates.model import FormTemplate
from form_templates.page_code import PageCode

_LONGEST_UNIT = 12  # characters that every template leaves room for; commune codes have 5
SERIAL_DIGITS = 6
_MASK = 3  # fixed: trying all eight takes six times as long and only evens out the look
_PRINTABLE_UNIT = re.compile(r"[0-9A-Z.]([0-9A-Z.-]*[0-9A-Z.])?")

Run = tuple[int, int, int]
"""Black modules side by side: column, row, count."""


def code_modules(template: FormTemplate) -> int:
    """Return the width of the page code in modules."""
    return 17 + 4 * _qr_version(template.template_id, template.version)


def check_unit_code(template: FormTemplate, unit: str) -> None:
    """Raise PrintError if ``unit`` cannot be written into the page code and read back unchanged."""
    if not unit:
        return
    if len(unit) > _LONGEST_UNIT:
        raise PrintError(
            template.template_id,
            Fact('unit code "{unit}" is longer than {longest_unit} characters', unit=unit, longest_unit=_LONGEST_UNIT),
        )
    if not _PRINTABLE_UNIT.fullmatch(unit):
        raise PrintError(
            template.template_id,
            Fact('unit code "{unit}" cannot be printed: use digits, capital letters, "." and "-"', unit=unit),
        )


def code_runs(code: PageCode) -> list[Run]:
    """Return the black modules of the code, merged along the rows."""
    symbol = segno.make_qr(
        code.encode(),
        version=_qr_version(code.template_id, code.version),
        error="q",
        mode="alphanumeric",
        mask=_MASK,
        boost_error=False,
    )
    return [run for row, modules in enumerate(symbol.matrix) for run in _row_runs(row, modules)]


@cache
def _qr_version(template_id: str, version: int) -> int:
    """Return the smallest QR version that holds the longest code the template may need."""
    longest = PageCode(template_id, version, 99, "0" * _LONGEST_UNIT, "0" * SERIAL_DIGITS)
    symbol = segno.make_qr(longest.encode(), error="q", mode="alphanumeric", boost_error=False)
    return int(symbol.version)


def _row_runs(row: int, modules: bytearray) -> list[Run]:
    runs: list[Run] = []
    column = 0
    for module, group in groupby(modules):
        count = len(list(group))
        if module & 1:
            runs.append((column, row, count))
        column += count
    return runs
