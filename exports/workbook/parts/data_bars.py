"""Bars behind shares: solid and from 0 % to 100 % in every cell, so that half a cell is one half.

The bars that openpyxl knows, those of Excel 2007, fade out and are never shorter than a tenth of the cell. What Excel
2010 added is written beside them, where older programs do not look.
"""

from lxml import etree
from openpyxl.formatting.rule import DataBarRule
from openpyxl.worksheet.worksheet import Worksheet

COLOR = "FFA9CAD8"
"""Pale, so that black figures on it can be read, also where a printer makes it grey."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM = "http://schemas.microsoft.com/office/excel/2006/main"
_OF_RULE, _OF_SHEET = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}", "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"

_RULE = f"""<extLst xmlns="{_MAIN}"><ext xmlns:x14="{_X14}" uri="{_OF_RULE}"><x14:id>%(id)s</x14:id></ext></extLst>"""
_SHEET = f"""<extLst xmlns="{_MAIN}"><ext xmlns:x14="{_X14}" uri="{_OF_SHEET}"><x14:conditionalFormattings>%s\
</x14:conditionalFormattings></ext></extLst>"""
_BAR = f"""<x14:conditionalFormatting xmlns:xm="{_XM}"><x14:cfRule type="dataBar" id="%(id)s">\
<x14:dataBar minLength="0" maxLength="100" gradient="0" axisPosition="none">\
<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo>\
</x14:dataBar></x14:cfRule><xm:sqref>%(cells)s</xm:sqref></x14:conditionalFormatting>"""


def add_bars(sheet: Worksheet, cells: str) -> None:
    """Show bars behind the shares in ``cells``."""
    bar = DataBarRule(  # type: ignore[no-untyped-call]
        "num", 0, "num", 1, color=COLOR, showValue=True, minLength=0, maxLength=100
    )
    sheet.conditional_formatting.add(cells, bar)


def make_solid(root: "etree._Element") -> bool:
    """Write beside every bar of a sheet's XML what makes it solid; return whether there was any."""
    bars = []
    for number, bar in enumerate(root.iter(f"{{{_MAIN}}}dataBar"), start=1):
        rule = bar.getparent()
        assert rule is not None, "a bar belongs to a rule"
        about = {"id": f"{{DA7ABA25-0000-4000-8000-{number:012X}}}", "cells": rule.getparent().get("sqref")}
        rule.append(etree.fromstring(_RULE % about))
        bars.append(_BAR % about)
    if bars:
        assert root.find(f"{{{_MAIN}}}extLst") is None, "openpyxl writes none"
        root.append(etree.fromstring(_SHEET % "".join(bars)))
    return bool(bars)
