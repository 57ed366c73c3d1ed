"""People may say that two pages are scans of one sheet, or are not: a word that earlier programs do not know."""

revision = "0011"
down_revision = "0010"
info = "Lets people say which pages show the same sheet; nothing that is kept changes."


def upgrade() -> None:
    """Change nothing: the word is a new value of ``page_assignment.aspect``."""
