"""Findings are told in words where there are any, and take no room where there are none."""

from dataclasses import replace

import pytest

from gui.scan.health_panel import HealthPanel
from omr.health.batch_health import HealthFinding, HealthKind
from omr.health.medium import Medium
from omr.results import Side

_STREAK = HealthFinding(HealthKind.STREAK, 43, 120, 61, 112.2, Side.LEFT)
_OTHERS = tuple(HealthFinding(kind, 5, 120, 1, 1.6) for kind in (HealthKind.SKEWED_FEEDER, HealthKind.SAME_SHEET))


@pytest.fixture
def panel(qtbot):
    panel = HealthPanel()
    qtbot.addWidget(panel)
    return panel


def test_that_a_good_pile_shows_nothing(panel):
    panel.show_findings((_STREAK,))
    panel.show_findings(())

    assert not panel.isVisibleTo(None)


def test_that_a_finding_is_told_with_its_place(panel):
    panel.show_findings((_STREAK,))

    assert panel.isVisibleTo(None)
    assert "112 mm" in panel.text.text()
    assert not panel.more_button.isVisibleTo(panel)


def test_that_further_findings_are_shown_on_demand(panel):
    panel.show_findings((_STREAK, *_OTHERS))

    assert panel.text.text().count("\n") == 1
    panel.more_button.click()
    assert panel.text.text().count("\n") == 2


def test_that_the_title_speaks_of_the_scanner_only_where_all_was_scanned(panel):
    panel.show_findings((_STREAK,))
    of_scans = panel.title.text()
    panel.show_findings((_STREAK, replace(_OTHERS[1], medium=Medium.PHOTO)))

    assert "Scanner" in of_scans
    assert "Scanner" not in panel.title.text()
