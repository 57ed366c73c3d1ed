"""Bring an older survey database forward, one step per file in ``versions``.

A step is named after the schema version it leads to; its ``info`` says in one sentence what it does. To add one, change
``omr.store.schema``, raise ``SCHEMA_VERSION`` and write ``versions/NNNN_what_changes.py``. A test compares a database
made by all steps with one made from the schema.
"""

import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def migrate(engine: Engine, path: Path) -> None:
    """Apply the steps that are due; the database as it was is kept beside it as ``survey.db.before``."""
    if path.is_file():
        shutil.copyfile(path, path.with_name(path.name + ".before"))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))  # a lone one refers
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
