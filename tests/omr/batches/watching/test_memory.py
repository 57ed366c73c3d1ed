"""What was read of a watched folder is remembered, as far as the database knows it too."""

import json

import pytest

from omr.batches.watching.listing import FileFacts
from omr.batches.watching.memory import FILE, WatchMemory
from omr.batches.watching.news import ArrivedFile
from omr.settings import ReadingConditions, ReadingSettings
from omr.store.deliveries import Content


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "share"


def _deliver(survey, name, content_hash):
    batch = survey.store.batches.start(ReadingConditions(ReadingSettings(5e-5), "1.2"))
    survey.store.deliveries.add(batch, name, "", Content(content_hash, ".jpg", None), 1)


def _file(folder, name, content_hash):
    return ArrivedFile(folder / name, FileFacts(3, 7), folder / "copy", content_hash)


def test_that_files_are_known_after_a_new_start(survey, folder):
    _deliver(survey, "a.jpg", "0" * 64)
    _deliver(survey, "sc\\xffan.jpg", "1" * 64)
    files = [_file(folder, "x/a.jpg", "0" * 64), _file(folder, "sc\udcffan.jpg", "1" * 64)]

    WatchMemory(survey, folder).note(files)

    assert WatchMemory(survey, folder).known() == {file.source: file.facts for file in files}
    assert WatchMemory(survey, folder / "other").known() == {}
    kept = json.loads((survey.folder / FILE).read_text(encoding="utf-8"))
    assert kept["format"] == 1


def test_that_a_file_that_the_database_does_not_know_is_not_known(survey, folder):
    _deliver(survey, "a.jpg", "0" * 64)

    WatchMemory(survey, folder).note([_file(folder, "a.jpg", "1" * 64), _file(folder, "b.jpg", "0" * 64)])

    assert WatchMemory(survey, folder).known() == {}, "the survey may have gone back to a backup"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "\0",
        "[" * 100_000,
        '{"format": 1}',
        '{"format": [], "folders": {}}',
        '{"format": 1, "folders": {"FOLDER": 1}}',
        '{"format": 1, "folders": {"FOLDER": {"a.jpg": 1}}}',
        '{"format": 1, "folders": {"FOLDER": {"a.jpg": [1e999, NaN, {}]}}}',
    ],
)
def test_that_a_memory_that_somebody_spoilt_only_costs_time(tmp_path, survey, folder, text):
    _deliver(survey, "a.jpg", "0" * 64)
    (survey.folder / FILE).write_text(text.replace('"FOLDER"', json.dumps(str(folder))), encoding="utf-8")

    memory = WatchMemory(survey, folder)
    assert memory.known() == {}
    memory.note([_file(folder, "a.jpg", "0" * 64)])

    assert len(WatchMemory(survey, folder).known()) == 1


def test_that_what_a_newer_version_wrote_is_left_alone(survey, folder):
    newer = '{"format": 2, "places": []}'
    (survey.folder / FILE).write_text(newer, encoding="utf-8")

    WatchMemory(survey, folder).note([_file(folder, "a.jpg", "0" * 64)])

    assert (survey.folder / FILE).read_text(encoding="utf-8") == newer
