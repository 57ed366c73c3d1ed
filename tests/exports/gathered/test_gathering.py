"""What is taken out of a survey for its exports."""

from pathlib import Path

import pytest

from exports.gathered.gathering import relative_link


@pytest.mark.parametrize(
    ("target", "expected"), [("scans/a b#1.pdf", "../scans/a%20b%231.pdf"), ("scans/Phiếu.pdf", "../scans/Phiếu.pdf")]
)
def test_that_links_lead_from_the_workbook_to_the_paper(tmp_path: Path, target: str, expected: str) -> None:
    assert relative_link(tmp_path / target, tmp_path / "exports") == expected
