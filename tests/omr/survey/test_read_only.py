"""Another round is looked into, and its folder stays as it is to the last byte."""

import os
import shutil
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest

from omr.backups.backup_files import list_backups
from omr.batches.batch import read_batch
from omr.errors import SameSurvey, SurveyDamaged, SurveyNotFound, SurveyReadOnly
from omr.forms.issuing import issue_forms
from omr.results import PageOutcome
from omr.settings import ReadingConditions
from omr.survey.folder import Survey
from omr.survey.overview import survey_overview
from omr.survey.read_only import read_only
from omr.survey.settings import load_settings
from tests.omr.build import age_database, deliver


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_that_a_round_is_read_from_a_folder_that_cannot_be_written(survey):
    survey.store.batches.start(ReadingConditions())
    folder = survey.folder
    survey.close()
    before = _bytes(folder)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)

    try:
        with read_only(folder) as looked_into:
            batches = looked_into.store.batches.all()
    finally:
        folder.chmod(stat.S_IRWXU)

    assert [batch.number for batch in batches] == [1]
    assert _bytes(folder) == before


def test_that_an_older_database_is_not_migrated_in_its_place(survey):
    folder = survey.folder
    survey.close()
    age_database(folder / "survey.db", "0005")

    with read_only(folder) as looked_into:
        pages = looked_into.pages()

    assert pages == []
    assert list_backups(folder) == ()
    with sqlite3.connect(folder / "survey.db") as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0005",)
    database.close()


def test_that_what_another_program_has_just_written_is_seen(survey):
    survey.store.batches.start(ReadingConditions())  # still in the journal, for the survey is open

    with read_only(survey.folder) as looked_into:
        assert len(looked_into.store.batches.all()) == 1
        assert not any(page.outcome is PageOutcome.READ for page in looked_into.pages())


@pytest.mark.parametrize(("content", "fact"), [(None, "it is missing"), (b"x" * 5000, "it is not a survey database")])
def test_that_a_broken_database_is_told_by_its_own_name(survey, content, fact):
    folder = survey.folder
    survey.close()
    (folder / "survey.db").unlink()
    if content:
        (folder / "survey.db").write_bytes(content)

    with pytest.raises(SurveyDamaged) as error, read_only(folder):
        pass

    assert (error.value.path, error.value.fact) == (folder / "survey.db", fact)


def test_that_the_rounds_to_compare_with_are_remembered_beside_the_survey(survey, frozen_template):
    earlier = survey.folder.parent / "Đợt 2019"
    Survey.create(earlier, frozen_template).close()
    (survey.folder / "survey.toml").write_text(
        (survey.folder / "survey.toml").read_text(encoding="utf-8") + "# của tôi\n", encoding="utf-8"
    )

    survey.compare_with([earlier, earlier / "." / ".." / earlier.name])

    assert survey.settings.compare_with == ("../Đợt 2019",)
    assert load_settings(survey.folder) == survey.settings
    assert [path.resolve() for path in survey.earlier_rounds] == [earlier.resolve()]
    assert "# của tôi" in (survey.folder / "survey.toml").read_text(encoding="utf-8")
    survey.compare_with([])
    assert load_settings(survey.folder).compare_with == ()


def test_that_a_survey_is_not_compared_with_itself_or_with_nothing(survey, tmp_path):
    before = (survey.folder / "survey.toml").read_bytes()

    with pytest.raises(SameSurvey):
        survey.compare_with([survey.folder / "scans" / ".."])
    with pytest.raises(SurveyNotFound):
        survey.compare_with([tmp_path])

    assert (survey.folder / "survey.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ('"../2019"', "compare_with: must be an array of texts"),
        ("[1, 2]", "compare_with: must hold texts in quotes only"),
        ("2019", "compare_with: must be an array of texts"),
    ],
)
def test_that_a_broken_list_of_rounds_is_told_by_its_file(survey, written, fact):
    path = survey.folder / "survey.toml"
    told = path.read_text(encoding="utf-8")
    assert "compare_with = []" in told
    path.write_text(told.replace("compare_with = []", f"compare_with = {written}"), encoding="utf-8")

    with pytest.raises(SurveyDamaged, match=fact):
        load_settings(survey.folder)


@pytest.fixture
def write_protected(survey, tmp_path):
    """A survey's folder on a drive that is read-only, with a journal that a killed program left."""
    deliver(survey)
    folder = tmp_path / "drive"
    folder.mkdir()
    shutil.copytree(survey.folder, folder, dirs_exist_ok=True)  # open, so that what it holds stands in the journal
    assert (folder / "survey.db-wal").stat().st_size > 0
    (folder / "survey.db-shm").unlink(missing_ok=True)
    steps = (["mount", "--bind", str(folder), str(folder)], ["mount", "-o", "remount,ro,bind", str(folder)])
    if os.name != "posix" or os.geteuid() != 0 or any(subprocess.run(s, capture_output=True).returncode for s in steps):
        pytest.skip("only root may mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_that_a_survey_on_a_read_only_drive_is_looked_at_with_what_its_journal_holds(write_protected, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"x")

    with Survey.open(write_protected) as opened:
        assert opened.is_read_only
        assert len(opened.pages()) == 1
        for change in (
            lambda: read_batch(opened, [tmp_path / "a.jpg"], jobs=1),
            lambda: issue_forms(opened, tmp_path / "forms.pdf", ["09163"], 1),
            lambda: opened.change_settings(opened.settings),
        ):
            with pytest.raises(SurveyReadOnly, match="read-only here"):
                change()

    assert not (tmp_path / "forms.pdf").exists()


def test_that_rights_that_do_not_let_one_write_open_a_survey_for_looking(survey, monkeypatch):
    survey.close()
    before = _bytes(survey.folder)
    monkeypatch.setattr("omr.store.database.os.access", lambda *_: False)

    with Survey.open(survey.folder) as opened:
        assert opened.is_read_only
        assert survey_overview(opened)
        assert opened.rechecks.seeds([1, 2]).keys() == {1, 2}

    assert _bytes(survey.folder) == before
