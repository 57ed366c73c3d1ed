"""Several pages of forms may be kept of one image: places in a file that earlier programs do not know."""

revision = "0012"
down_revision = "0011"
info = "Lets several pages of forms be kept of one image; nothing that is kept changes."


def upgrade() -> None:
    """Change nothing: the further pages are rows with new values of ``page.page_in_file``."""
