"""A survey in which people decided something of every kind."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from form_templates.model import ItemId
from omr.responses import Aspect
from omr.results import Verification
from omr.store.page_decisions import PageAssignment
from omr.survey.folder import Survey
from tests.conftest import MakeOnce, make_read_survey

C01 = ItemId("c01")
COMMENT = ItemId("comment")


@pytest.fixture(scope="session")
def read_folder(make_once: MakeOnce[Path], frozen_template: Path, pile: Any) -> Path:
    """A survey folder in which the forms of two respondents were read, for all to copy and nobody to change."""
    sources = pile.files[:4]
    return make_once("two", lambda folder: make_read_survey(folder / "s", frozen_template, sources, "Khảo sát"))


@pytest.fixture
def told(tmp_path: Path, read_folder: Path) -> Iterator[Survey]:
    """A survey that was read, in which people decided something of every kind."""
    with Survey.open(shutil.copytree(read_folder, tmp_path / "Khảo sát")) as survey:
        _decide(survey)
        yield survey


def _decide(survey: Survey) -> None:
    first, second = survey.pages()[:2]
    keep = survey.store.judgements.verify
    undone = keep(first.page_id, C01, Verification(("2",), "Bình", "2026-11-02T08:30:00+07:00"))
    survey.store.judgements.withdraw_verification(undone)
    keep(first.page_id, C01, Verification(None, "Lan", "2026-11-02T09:30:00+07:00", note="-hỏi lại"))
    keep(second.page_id, COMMENT, Verification(("=1+1 thêm ghế",), "Lan", "2026-11-02T10:00:00+07:00"))
    survey.store.page_decisions.assign(
        [PageAssignment(second.page_id, Aspect.UNIT, "09166", "Lan", "2026-11-03T10:00:00+07:00")]
    )
