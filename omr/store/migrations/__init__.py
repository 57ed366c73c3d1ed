"""Bring an older survey database forward, one step per file in ``versions``.

A step is named after the schema version it leads to; its ``info`` says in one sentence what it does. To add one, change
``omr.store.schema``, raise ``SCHEMA_VERSION`` and write ``versions/NNNN_what_changes.py``. A test compares a database
made by all steps with one made from the schema.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from omr.backups.backup_files import back_up


def migrate(engine: Engine, path: Path) -> None:
    """Apply the steps that are due; the database as it was is kept as a backup, where there is room for one."""
    with closing(sqlite3.connect(path)) as connection, suppress(OSError, sqlite3.Error):  # else it is opened without
        back_up(connection, path.parent, occasion="before-new-version")
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))  # a lone one refers
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # of two programs that open it at once, one finds it done
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
