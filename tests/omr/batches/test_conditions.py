"""What a batch is read with is found out when it begins."""

import subprocess
from dataclasses import replace

import pytest

from omr.batches import conditions
from omr.batches.conditions import mark_model_hash, present_conditions, renderer_version
from omr.settings import ChangedTool, ReadingConditions, ReadingSettings, ReadingTool


def test_that_another_mark_model_has_another_hash(monkeypatch, tmp_path):
    for name in ("description.onnx", "judgement.onnx", "facts.json"):
        (tmp_path / name).write_bytes(b"x")
    shipped = mark_model_hash()
    monkeypatch.setattr(conditions, "MODEL_FOLDER", tmp_path)

    assert len(shipped) == len(mark_model_hash()) == 64
    assert mark_model_hash() != shipped


@pytest.mark.parametrize(
    ("told", "version"),
    [("pdftoppm version 24.02.0\nCopyright 2005-2024\n", "24.02.0"), ("error while loading libraries", "")],
)
def test_that_poppler_tells_its_version(monkeypatch, told, version):
    monkeypatch.setattr(conditions.shutil, "which", lambda _: "/usr/bin/pdftoppm")
    answer = subprocess.CompletedProcess([], 0, stdout="", stderr=told)
    monkeypatch.setattr(conditions.subprocess, "run", lambda *_, **__: answer)

    assert renderer_version() == version


def test_that_a_computer_without_poppler_has_no_renderer(monkeypatch):
    monkeypatch.setattr(conditions.shutil, "which", lambda _: None)

    assert renderer_version() == ""


def test_that_a_batch_begins_with_the_settings_and_the_form_of_its_survey(survey):
    found = present_conditions(survey)

    assert (found.settings, found.template_id, found.template_version) == (ReadingSettings(1e-4), "sipas-2020", 2)


def test_that_only_what_was_kept_can_differ():
    now = ReadingConditions(program="1.3", mark_model="b", renderer="24", pdfium="5.1")

    assert now.changed_tools_since(now) == ()
    assert now.changed_tools_since(replace(now, settings=ReadingSettings(0.5))) == ()
    assert now.changed_tools_since(replace(now, renderer="")) == (ChangedTool(ReadingTool.RENDERER, "", "24"),)
    assert now.changed_tools_since(replace(now, pdfium="4.9")) == (ChangedTool(ReadingTool.PDFIUM, "4.9", "5.1"),)
    assert now.changed_tools_since(ReadingConditions()) == (ChangedTool(ReadingTool.PROGRAM, "", "1.3"),)
