"""The language of the window, changed at once."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTranslator

from form_templates.model import Language

CATALOGUES = Path(__file__).parent

_LOCALES = {
    Language.VIETNAMESE: QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Return ``source``, which lupdate puts into the catalogue under ``context``."""
    return source


class Translations:
    """Puts one catalogue at a time into the application; widgets hear of it by a LanguageChange event."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None
        self.language = Language.ENGLISH  # the language of the source texts

    def use(self, language: Language) -> None:
        """Switch to ``language``: texts, numbers and dates."""
        QLocale.setDefault(_LOCALES[language])
        translator = QTranslator(self._application)
        is_loaded = translator.load(str(CATALOGUES / f"phieu_{language.value}.qm"))
        assert is_loaded, f"the catalogue of {language} is part of the program"
        self.language = language
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._application.installTranslator(translator)
        self._translator = translator

    def stop(self) -> None:
        """Take the catalogue out again; texts are then the English of the source."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = None


def format_count(number: int) -> str:
    """Write a whole number as the language does."""
    return QLocale().toString(number)


def format_percent(share: float, decimals: int = 1) -> str:
    """Write a share of 0.0-1.0 as a percentage."""
    return f"{QLocale().toString(share * 100, 'f', decimals)} %"


def format_share(share: float) -> str:
    """Write a small share of 0.0-1.0 as a percentage, with the digits that tell it from another."""
    return format_percent(share, 2 if share >= 0.01 or share == 0 else 3)


def format_moment(moment: str) -> str:
    """Write a moment (ISO 8601 with offset) as a short date and time of this machine's zone."""
    seconds = round(datetime.fromisoformat(moment).timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)


def format_decimal(number: float, decimals: int = 1) -> str:
    """Write a number with ``decimals`` places."""
    return QLocale().toString(float(number), "f", decimals)


def format_points(difference: float, decimals: int = 1) -> str:
    """Write a difference of shares, -1.0 to 1.0, in points with its sign."""
    text = format_decimal(abs(difference) * 100, decimals)
    return f"+{text}" if difference > 0 else f"\u2212{text}" if difference < 0 else text


def format_interval(low: float, high: float, decimals: int = 1) -> str:
    """Write a range of shares of 0.0-1.0 as percentages."""
    return f"{format_decimal(low * 100, decimals)}–{format_percent(high, decimals)}"
