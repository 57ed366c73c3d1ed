"""What a survey keeps beside its answers: where the paper is, what people did, how good the readings were."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from form_templates.model import ItemId
from omr.health.batch_health import HealthFinding
from omr.recheck.result import RecheckResult
from omr.store.change_log import Change
from omr.units.unit_runs import UnitRun

CropKey = tuple[int, ItemId]
"""A page and an item."""


@dataclass(frozen=True, slots=True)
class RecheckRecord:
    """The blind re-check: of all batches together, of each, and the error rate that the survey allows, 0.0-1.0."""

    whole: RecheckResult
    batches: Mapping[int, RecheckResult]
    limit: float


@dataclass(frozen=True, slots=True)
class SurveyRecords:
    """What the workbook tells beside answers.

    Attributes:
        scans: Where the scan of a page is, relative to the workbook, by page id.
        crops: Where the crop of a verified answer is, likewise; empty unless they were exported along.
        changes: Every decision of a person, the earliest first.
        health: What the pages tell about scanner and paper.
        recheck: The blind re-check; None where it is not known.
        unit_runs: Which pages count for which unit, and what says so.
    """

    scans: Mapping[int, str] = field(default_factory=dict)
    crops: Mapping[CropKey, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    health: tuple[HealthFinding, ...] = ()
    recheck: RecheckRecord | None = None
    unit_runs: tuple[UnitRun, ...] = ()
