"""What keeps a form from being found in a survey, added to it, taken out or saved."""

from collections.abc import Sequence
from pathlib import Path

from form_templates.model import FormKey
from omr.errors import InputError, PhieuError


class UnknownForm(InputError):
    """A form that the survey does not have, or a name that several of its forms have."""

    def __init__(self, name: str, known: Sequence[FormKey]) -> None:
        self.name = name
        self.known = ", ".join(map(str, known))
        super().__init__(f"The survey has no single form {name}; nothing was changed. Its forms: {self.known}.")


class FormNotNamed(InputError):
    """Something is wanted of one form, and the survey holds several."""

    def __init__(self, known: Sequence[FormKey]) -> None:
        self.known = ", ".join(map(str, known))
        super().__init__(f"The survey holds several forms ({self.known}); nothing was written. Say which with --form.")


class FormInSurvey(InputError):
    """A form is to be added that the survey has already."""

    def __init__(self, form: FormKey) -> None:
        self.form = str(form)
        super().__init__(
            f"The survey has the form {form} already; nothing was changed. If the form was changed, give it the next "
            "version number in its template.toml."
        )


class FormInUse(InputError):
    """A form is to be taken out of which pages were read or printed."""

    def __init__(self, form: FormKey, read: int, printed: int) -> None:
        self.form, self.read, self.printed = str(form), read, printed
        super().__init__(
            f"The form {form} stays in the survey: {read} pages of it were read and {printed} copies printed. "
            "Nothing was changed."
        )


class FormIsFirst(InputError):
    """The form is to be taken out that the survey began with."""

    def __init__(self, form: FormKey) -> None:
        self.form = str(form)
        super().__init__(
            f"The survey began with the form {form}, which therefore stays; nothing was changed. Create another survey "
            "for other forms only."
        )


class FormChangedMeanwhile(PhieuError):
    """A form was saved elsewhere after it was opened to be edited; nothing was written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The form in {folder} was changed elsewhere since it was opened; nothing was overwritten. "
            "Save again to replace it, or open it anew."
        )
        self.folder = folder
