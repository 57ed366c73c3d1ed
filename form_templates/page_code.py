"""The code printed on every page: which template, version, page, unit and copy it is.

Two forms carry the same facts: the *code* that a machine reads (QR, alphanumeric mode, hence upper case) and the
*code text*, printed in small letters under it, with two check letters so that a misread is noticed. Communes photocopy
forms, so the serial number names a print-out, not a respondent.
"""

from dataclasses import dataclass

from form_templates.model import FormKey

_PREFIX = "PH1"
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # 23 letters; no I, O, S that look like digits
_CHECK_MODULUS = 521  # the largest prime that two of these letters can write


@dataclass(frozen=True, slots=True)
class PageCode:
    """What the printed code says; ``unit`` and ``serial`` are empty on a form printed without them."""

    template_id: str
    version: int
    page: int
    unit: str = ""
    serial: str = ""

    @property
    def form(self) -> FormKey:
        """The form it names."""
        return FormKey(self.template_id, self.version)

    def encode(self) -> str:
        """Return the text of the machine-readable code."""
        return f"{_PREFIX}/{self._facts('/')}".upper()

    def encode_text(self) -> str:
        """Return the same facts for human eyes, with two check letters at the end."""
        facts = self._facts(" ").upper()
        return f"{facts} {check_letters(facts)}"

    def _facts(self, separator: str) -> str:
        parts = (self.template_id, f"{self.version}.{self.page}", self.unit or "-", self.serial or "-")
        return separator.join(parts)


def decode(code: str) -> PageCode | None:
    """Read the text of a machine-readable code; None if it is not one of ours."""
    parts = code.strip().split("/")
    if len(parts) != 5 or parts[0] != _PREFIX:
        return None
    return _from_parts(parts[1:])


def decode_text(text: str) -> PageCode | None:
    """Read a code text; None if it is not one or its check letters do not match."""
    parts = text.strip().upper().split()
    if len(parts) != 5 or parts[4] != check_letters(" ".join(parts[:4])):
        return None
    return _from_parts(parts[:4])


def check_letters(facts: str) -> str:
    """Return two check letters: a weighted sum that notices any one wrong and any two swapped characters."""
    total = sum((position + 1) * ord(character) for position, character in enumerate(facts)) % _CHECK_MODULUS
    high, low = divmod(total, len(_CHECK_LETTERS))
    return _CHECK_LETTERS[high] + _CHECK_LETTERS[low]


def _from_parts(parts: list[str]) -> PageCode | None:
    template_id, version_and_page, unit, serial = parts
    version, dot, page = version_and_page.partition(".")
    if not (template_id and dot and version.isdecimal() and page.isdecimal()):
        return None
    return PageCode(
        template_id.lower(), int(version), int(page), "" if unit == "-" else unit, "" if serial == "-" else serial
    )
