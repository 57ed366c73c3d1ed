"""What can stop the editing of a form.

FormTemplateError
├── EditRefused          the edit cannot be done to this form, which stays as it was
├── UnknownEdit          what should be an edit, or a form, written as plain values is none that this program knows
├── JournalUnreadable    nothing of a journal can be used
└── JournalNotWritable   an edit could not be kept on disk
"""

from pathlib import Path

from form_templates.errors import FormTemplateError


class EditRefused(FormTemplateError):
    """An edit cannot be done to this form; the form was not changed.

    Attributes:
        fact: Why, one sentence.
    """

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class UnknownEdit(FormTemplateError):
    """Plain values describe no edit, or no form, that this program knows.

    Attributes:
        fact: Why, one sentence.
    """

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class JournalUnreadable(FormTemplateError):
    """Nothing of a journal can be used; it was not changed.

    Attributes:
        path: The journal.
        fact: Why, one sentence.
    """

    def __init__(self, path: Path, fact: str) -> None:
        super().__init__(f"The journal {path} cannot be used: {fact}. It was left as it is.")
        self.path = path
        self.fact = fact


class JournalNotWritable(FormTemplateError):
    """An edit is done, but could not be kept on disk; later ones are not kept either until the journal begins anew.

    Attributes:
        path: The journal.
        fact: Why, one sentence.
    """

    def __init__(self, path: Path, fact: str) -> None:
        super().__init__(f"The last edit is not kept in {path}: {fact}. It is still shown; save the form elsewhere.")
        self.path = path
        self.fact = fact
