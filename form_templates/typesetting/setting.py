"""What a form is set in: language, typeface and sizes, all of which follow from the size of the questions."""

from dataclasses import dataclass

from form_templates.model import FormTemplate, Language, Text, Typeface, Typesetting
from form_templates.typesetting.fonts import Span, leading_mm


@dataclass(frozen=True, slots=True)
class Setting:
    """What every block of a form is set in.

    Attributes:
        language: The language to print in.
        typesetting: The form's typeface, size and edition.
    """

    language: Language
    typesetting: Typesetting

    @classmethod
    def of(cls, template: FormTemplate) -> "Setting":
        """Return what a form is set in."""
        return cls(template.language, template.typesetting)

    @property
    def typeface(self) -> Typeface:
        """What the form is set in."""
        return self.typesetting.typeface

    @property
    def text_pt(self) -> float:
        """Size of questions and options."""
        return self.typesetting.text_pt

    @property
    def small_pt(self) -> float:
        """Size of introductions and legends."""
        return self.text_pt - 1.0

    @property
    def heading_pt(self) -> float:
        """Size of section titles."""
        return self.text_pt + 0.5

    @property
    def title_pt(self) -> float:
        """Size of the form's title."""
        return self.text_pt + 4.0

    @property
    def column_pt(self) -> float:
        """Size of the heads of a table's columns: the widest two words of a usual scale then fit side by side."""
        return self.text_pt - 1.5

    @property
    def has_shared_columns(self) -> bool:
        """Whether the options of a section's questions stand below each other."""
        return self.typesetting.edition >= 2

    @property
    def row_clearance_mm(self) -> float:
        """White between areas of neighbouring rows of a table: rules stay 1.4 mm off."""
        return 3.0 if self.typesetting.edition >= 2 else 3.2

    @property
    def option_clearance_mm(self) -> float:
        """White between areas of neighbouring rows of options."""
        return 3.2 if self.typesetting.edition >= 2 else 3.5

    @property
    def has_even_pages(self) -> bool:
        """Whether pages are filled evenly, and not one after the other."""
        return self.typesetting.edition >= 2

    @property
    def has_code_between(self) -> bool:
        """Whether the page code stands between organisation and national heading, and not beside them."""
        return self.typesetting.edition >= 2

    def leading_mm(self, size_pt: float) -> float:
        """Return the distance of two baselines."""
        return leading_mm(size_pt, self.typeface)

    def words(self, text: Text, *, is_bold: bool = False) -> Span:
        """Return a text in the form's language and typeface."""
        return self.span(text.in_language(self.language), is_bold=is_bold)

    def span(self, text: str, *, is_bold: bool = False) -> Span:
        """Return words in the form's typeface."""
        return Span(text, is_bold, self.typeface)
