"""How the workbook looks: one accent colour, one typeface, a few greys."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

ACCENT = "1F5C7A"
"""A calm blue that stays legible when an office laser printer makes it grey."""

EARLIER = ("C3D6DF", "8FB3C4", "5B9DB8")
"""Lighter ones of it, for rounds that went before: the further back, the paler."""

_TINT = "E6EFF4"
_INK = "222222"
_MUTED = "6B6B6B"
_LINE = "C9D3D9"
_NOTICE = "FFF3CD"

FONT = "Calibri"

BODY = Font(name=FONT, size=11, color=_INK)
STRONG = Font(name=FONT, size=11, bold=True, color=_INK)
MUTED = Font(name=FONT, size=11, italic=True, color=_MUTED)
"""Slanted, for a printer without colours shows no grey that one would notice."""
SMALL = Font(name=FONT, size=11, color=_MUTED)
TITLE = Font(name=FONT, size=18, bold=True, color=ACCENT)
BLOCK_TITLE = Font(name=FONT, size=13, bold=True, color=ACCENT)
FIGURE = Font(name=FONT, size=22, bold=True, color=ACCENT)
HEADER = Font(name=FONT, size=11, bold=True, color="FFFFFF")
GROUP = Font(name=FONT, size=11, bold=True, color=ACCENT)

HEADER_FILL = PatternFill("solid", fgColor=ACCENT)
TINT_FILL = PatternFill("solid", fgColor=_TINT)
NOTICE_FILL = PatternFill("solid", fgColor=_NOTICE)

UNDERLINE = Border(bottom=Side(style="thin", color=_LINE))
HEADER_PARTING = Border(left=Side(style="thin", color="FFFFFF"))
GROUP_LINE = Border(bottom=Side(style="medium", color=ACCENT))

LEFT = Alignment(horizontal="left", vertical="center")
RIGHT = Alignment(horizontal="right", vertical="center")
WRAPPED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
WRAPPED_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
HEADER_LEFT = WRAPPED
HEADER_RIGHT = Alignment(horizontal="right", vertical="center", wrap_text=True)

GENERAL = "General"
TEXT = "@"
SMALL_NUMBER = "0.0000"
COUNT = "#,##0"
PERCENT = "0.00%"
MEAN = "0.00"
ONE_DECIMAL = "#,##0.0"
COEFFICIENT = "0.000"
POINTS = "+0.00;-0.00;0.00"
WHEN = "dd/mm/yyyy hh:mm"
