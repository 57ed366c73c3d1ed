"""What a person prefers on this machine; nothing a reading depends on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from form_templates.model import Language
from omr.clock import now

if TYPE_CHECKING:
    from omr.batches.watching.watch_order import WatchOrder

_MOST_RECENT = 8
_MOST_PROFILES = 5


TEXT_PERCENTS = (100, 115, 130, 150)
"""How large texts may be, in percent of what the system says."""


class Theme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class WindowLook:
    """How the window looks to this person: its theme, and the size of texts, one of ``TEXT_PERCENTS``."""

    theme: Theme = Theme.SYSTEM
    text_percent: int = TEXT_PERCENTS[0]


@dataclass(frozen=True, slots=True)
class RecentSurvey:
    """A survey that was open before."""

    folder: Path
    name: str
    opened_at: str = ""  # ISO 8601 with offset; empty where nobody noted it


@dataclass(frozen=True, slots=True)
class UnfinishedReading:
    """What was being read when it was stopped.

    Attributes:
        paths: Files and folders.
        unit: The unit named for them; empty if none.
        folder_units: The units that folders are named after, by folder.
    """

    paths: tuple[Path, ...]
    unit: str
    folder_units: Mapping[Path, str] = field(default_factory=dict)


class Preferences:
    """Typed access to what is kept between two starts.

    Attributes:
        watches: What is watched for each survey, by its folder, until the window is closed; not kept.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("Phieu", "Phieu")
        self.watches: dict[Path, WatchOrder] = {}

    @property
    def language(self) -> Language:
        """The language of the window; Vietnamese unless someone chose."""
        text = self._text("language")
        return Language(text) if text in set(Language) else Language.VIETNAMESE

    @language.setter
    def language(self, language: Language) -> None:
        self._settings.setValue("language", language.value)

    @property
    def look(self) -> WindowLook:
        """How the window looks; as the system has it unless someone chose."""
        theme, percent = self._text("look/theme"), self._text("look/text_percent")
        is_offered = percent.isdecimal() and int(percent) in TEXT_PERCENTS
        return WindowLook(Theme(theme) if theme in set(Theme) else Theme.SYSTEM, int(percent) if is_offered else 100)

    @look.setter
    def look(self, look: WindowLook) -> None:
        self._settings.setValue("look/theme", look.theme.value)
        self._settings.setValue("look/text_percent", str(look.text_percent))

    @property
    def operator(self) -> str:
        """Who decides in review; empty until asked."""
        return self._text("operator")

    @operator.setter
    def operator(self, name: str) -> None:
        self._settings.setValue("operator", name.strip())

    @property
    def last_folder(self) -> Path:
        """Where the last file dialog was."""
        folder = Path(self._text("last_folder") or Path.home())
        return folder if folder.is_dir() else Path.home()

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._settings.setValue("last_folder", str(folder))

    @property
    def window_geometry(self) -> QByteArray | None:
        """Where the window was; None the first time."""
        value = self._settings.value("window_geometry")
        return value if isinstance(value, QByteArray) else None

    @window_geometry.setter
    def window_geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window_geometry", geometry)

    @property
    def last_place(self) -> int:
        """Where one was in a survey the last time, a ``SurveyPlace``; -1 if nowhere yet."""
        text = self._text("last_place")
        return int(text) if text.isdecimal() else -1

    @last_place.setter
    def last_place(self, place: int) -> None:
        self._settings.setValue("last_place", str(int(place)))

    def splitter_state(self, name: str) -> QByteArray | None:
        """Return where a splitter was; None the first time."""
        value = self._settings.value(f"splitter/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_splitter_state(self, name: str, state: QByteArray) -> None:
        """Remember where a splitter is."""
        self._settings.setValue(f"splitter/{name}", state)

    def unfinished_reading(self, folder: Path) -> UnfinishedReading | None:
        """Return what was being read into a survey when it was stopped, or None."""
        try:
            kept = json.loads(self._text("unfinished") or "{}").get(str(folder.resolve()))
            if not kept:
                return None
            folders = {Path(folder): str(unit) for folder, unit in kept.get("folders", {}).items()}
            return UnfinishedReading(tuple(Path(path) for path in kept["paths"]), str(kept["unit"]), folders)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None  # someone edited the settings by hand

    def note_reading(self, folder: Path, reading: UnfinishedReading | None) -> None:
        """Remember what is being read into a survey; None when it is finished.

        Where files lie is a fact of this machine, so the survey itself does not hold it.
        """
        try:
            kept = dict(json.loads(self._text("unfinished") or "{}"))
        except (ValueError, TypeError):
            kept = {}
        kept.pop(str(folder.resolve()), None)
        if reading is not None:
            kept[str(folder.resolve())] = {
                "paths": [str(path) for path in reading.paths],
                "unit": reading.unit,
                "folders": {str(named): unit for named, unit in reading.folder_units.items()},
            }
        self._settings.setValue("unfinished", json.dumps(kept, ensure_ascii=False))

    @property
    def last_scanner(self) -> tuple[str, str] | None:
        """Address and name of the scanner that was used last; None before the first."""
        address, name = self._text("scanner/address"), self._text("scanner/name")
        return (address, name) if address else None

    @last_scanner.setter
    def last_scanner(self, scanner: tuple[str, str]) -> None:
        for key, value in zip(("scanner/address", "scanner/name"), scanner, strict=True):
            self._settings.setValue(key, value)

    @property
    def scan_profiles(self) -> tuple[str, ...]:
        """How sheets were scanned before, the last way first, as ``Profile.to_text`` writes it."""
        try:
            return tuple(map(str, json.loads(self._text("scanner/profiles") or "[]")))
        except (ValueError, TypeError):
            return ()  # someone edited the settings by hand

    def note_scan_profile(self, profile: str) -> None:
        """Put a way to scan on top of those that are remembered."""
        others = [each for each in self.scan_profiles if each != profile]
        self._settings.setValue("scanner/profiles", json.dumps([profile, *others][:_MOST_PROFILES]))

    @property
    def recent_surveys(self) -> tuple[RecentSurvey, ...]:
        """Surveys that were open before, the last one first, also those on a drive that is not there now."""
        return _parse_recent(self._text("recent_surveys"))

    def note_opened(self, folder: Path, name: str) -> None:
        """Put a survey at the top of the recent ones."""
        opened = RecentSurvey(folder.resolve(), name, now())
        others = [survey for survey in self.recent_surveys if survey.folder != opened.folder]
        self._keep_recent([opened, *others][:_MOST_RECENT])

    def forget_survey(self, folder: Path) -> None:
        """Take a survey off the recent ones; its folder stays as it is."""
        self._keep_recent([survey for survey in self.recent_surveys if survey.folder != folder])

    def _keep_recent(self, surveys: Sequence[RecentSurvey]) -> None:
        rows = [[str(survey.folder), survey.name, survey.opened_at] for survey in surveys]
        self._settings.setValue("recent_surveys", json.dumps(rows, ensure_ascii=False))

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""


def _parse_recent(text: str) -> tuple[RecentSurvey, ...]:
    try:
        return tuple(RecentSurvey(Path(folder), *map(str, facts)) for folder, *facts in json.loads(text or "[]"))
    except (ValueError, TypeError):
        return ()  # someone edited the settings by hand; a list of recent surveys is no reason to refuse to start
