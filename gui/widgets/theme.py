"""How the window looks: one style sheet made of the palette's own colours, light or dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import form_templates
from gui.preferences import Theme, WindowLook

_FONTS = Path(form_templates.__file__).parent / "fonts"
_HERE = Path(__file__).parent
_PICTURES = ("arrow_down", "arrow_up", "check")
_STYLE_SHEET = _HERE / "theme.qss"
_LEAST_PT = 10.0
_SIZES_PT = (12, 14, 20)  # in the style sheet, beside that of ordinary text
_LOOK = "look"  # a property of the application: nothing else may know it twice
_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of the window, derived from a palette so that light and dark both hold.

    Attributes:
        window: Behind everything.
        surface: Behind tables, fields and cards.
        text: Of ordinary text.
        muted: Of secondary text; contrast at least 4.5:1 on ``window``.
        line: Of borders.
        hover: Behind what the pointer is over.
        accent: Of the one thing to do next, and of what is selected.
        accent_soft: Behind selected rows.
        on_accent: Of text on ``accent``.
        good: Of what is settled.
        warn: Of what wants a person.
        bad: Of what went wrong.
    """

    window: QColor
    surface: QColor
    text: QColor
    muted: QColor
    line: QColor
    hover: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    good: QColor
    warn: QColor
    bad: QColor


def colors_of(palette: QPalette) -> Colors:
    """Derive the window's colours from a palette."""
    roles = (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText, QPalette.ColorRole.Base)
    return _derived(*(palette.color(role).rgb() for role in roles))


@lru_cache(maxsize=8)  # every row of a table and every frame of a drag asks
def _derived(window_rgb: int, text_rgb: int, surface_rgb: int) -> Colors:
    window, text, surface = QColor(window_rgb), QColor(text_rgb), QColor(surface_rgb)
    is_dark = window.lightness() < text.lightness()
    accent = QColor("#5fb3a8" if is_dark else "#0f6b62")
    return Colors(
        window=window,
        surface=surface,
        text=text,
        muted=mix(text, window, 0.34),
        line=mix(text, window, 0.82),
        hover=mix(text, surface, 0.94),
        accent=accent,
        accent_soft=mix(accent, surface, 0.84),
        on_accent=window if is_dark else surface,
        good=QColor("#6cc28e" if is_dark else "#1c7a45"),
        warn=QColor("#e3b05a" if is_dark else "#96600a"),
        bad=QColor("#ee8b80" if is_dark else "#b3261e"),
    )


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``one`` with ``share`` (0.0-1.0) of ``other`` mixed in."""
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in channels)
    return QColor(red, green, blue)


def current_colors() -> Colors:
    """Return the colours of the application's palette."""
    return colors_of(QApplication.palette())


def build_style_sheet(colors: Colors, text_percent: int = 100) -> str:
    """Return the style sheet of the whole application."""
    names = {field.name: getattr(colors, field.name).name() for field in fields(colors)}
    names |= {name: (_HERE / f"{name}.svg").as_posix() for name in _PICTURES}
    names |= {f"pt{size}": f"{size * text_percent / 100:g}pt" for size in _SIZES_PT}
    return Template(_STYLE_SHEET.read_text(encoding="utf-8")).substitute(names)


def apply_theme(application: QApplication, look: WindowLook | None = None) -> None:
    """Give the application its style, and the look that a person chose; may be called again at any time."""
    application.setStyle("Fusion")
    for path in sorted(_FONTS.glob("*.ttf")) if application.property(_LOOK) is None else ():
        QFontDatabase.addApplicationFont(str(path))
    use_look(application, look or WindowLook())


def use_look(application: QApplication, look: WindowLook) -> None:
    """Change how light and how large everything is, at once."""
    application.setProperty(_LOOK, look)
    application.styleHints().setColorScheme(_SCHEMES[look.theme])  # for frames and dialogs of the system
    application.setFont(_font(look.text_percent))
    application.setPalette(_calm(_palette_of(application, look.theme)))
    refresh_theme(application)


def refresh_theme(application: QApplication) -> None:
    """Follow a palette that changed, as when the desktop turns dark in the evening."""
    colors = colors_of(application.palette())
    if application.palette().color(QPalette.ColorRole.Highlight) != colors.accent:
        application.setPalette(_calm(application.palette()))
    style_sheet = build_style_sheet(colors, current_look().text_percent)
    if style_sheet != application.styleSheet():
        application.setStyleSheet(style_sheet)


def current_look() -> WindowLook:
    """Return how the window looks now."""
    application = QApplication.instance()
    look = application.property(_LOOK) if application else None
    return look if isinstance(look, WindowLook) else WindowLook()


def scaled(length_px: float) -> int:
    """Return a length that holds texts of the usual size as one that holds those of the size that was chosen."""
    return round(length_px * current_look().text_percent / 100)


@contextmanager
def styled_at_the_end() -> Iterator[None]:
    """Build a large view inside the block: its widgets are styled when the block ends, each once.

    Qt styles a whole subtree anew whenever it is put into a parent. A view is built from its leaves up, so that every
    widget of it would be styled some seven times, which takes most of the time of opening a survey.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication), "widgets need one"
    style_sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(style_sheet)


def _font(text_percent: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamilies(["Be Vietnam Pro", *font.families()])
    font.setPointSizeF(max(font.pointSizeF(), _LEAST_PT) * text_percent / 100)
    return font


def _palette_of(application: QApplication, theme: Theme) -> QPalette:
    """Return a palette before it is calmed: the system's own, or one that is light or dark on every system."""
    if theme is Theme.SYSTEM:
        application.setPalette(QPalette())  # which names no colour, so that all are the system's
        return QPalette()
    is_dark = theme is Theme.DARK
    window, surface, text = ("#222428", "#2a2d32", "#e6e6e6") if is_dark else ("#efefef", "#ffffff", "#000000")
    palette = QPalette(QColor(window), QColor(window))  # with the shades of edges that follow
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.ToolTipBase):
        palette.setColor(role, QColor(surface))
    written = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    faint = mix(QColor(text), QColor(window), 0.5)
    for role in (*written, QPalette.ColorRole.ToolTipText, QPalette.ColorRole.BrightText):
        palette.setColor(role, QColor(text))
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def _calm(palette: QPalette) -> QPalette:
    """Make selection and links follow the accent colour."""
    colors = colors_of(palette)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Link, QPalette.ColorRole.Accent):
        palette.setColor(role, colors.accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, colors.on_accent)
    palette.setColor(QPalette.ColorRole.PlaceholderText, colors.muted)
    return palette
