"""A survey in which people decided something of every kind."""

from typing import Any

import pytest

from form_templates.model import ItemId
from omr.batches.batch import read_batch
from omr.responses import Aspect
from omr.results import Verification
from omr.store.page_decisions import PageAssignment
from omr.survey.folder import Survey

C01 = ItemId("c01")
COMMENT = ItemId("comment")


@pytest.fixture
def told(survey: Survey, pile: Any) -> Survey:
    """A survey that was read, in which people decided something of every kind."""
    read_batch(survey, pile.files[:4], jobs=1)
    first, second = survey.pages()[:2]
    keep = survey.store.judgements.verify
    undone = keep(first.page_id, C01, Verification(("2",), "Bình", "2026-11-02T08:30:00+07:00"))
    survey.store.judgements.withdraw_verification(undone)
    keep(first.page_id, C01, Verification(None, "Lan", "2026-11-02T09:30:00+07:00", note="-hỏi lại"))
    keep(second.page_id, COMMENT, Verification(("=1+1 thêm ghế",), "Lan", "2026-11-02T10:00:00+07:00"))
    survey.store.page_decisions.assign(
        [PageAssignment(second.page_id, Aspect.UNIT, "09166", "Lan", "2026-11-03T10:00:00+07:00")]
    )
    return survey
