"""A survey: one folder that holds everything, from the frozen template to the scans and the answers."""

import copy
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from form_templates.loading import load_template, write_frozen
from form_templates.model import FormTemplate
from form_templates.tables import LONGEST_NAME
from form_templates.text_files import one_line
from omr.errors import SameSurvey, SurveyExists, UnknownUnit
from omr.health.batch_health import HealthFinding, find_health
from omr.recheck.checks import mark_disputed
from omr.recheck.table import RecheckTable
from omr.rescans.sheet_questions import SheetQuestion, find_sheet_questions
from omr.respondents.pile_questions import PileQuestion, find_pile_questions
from omr.responses import DeliveredPage, Response, build_responses
from omr.results import PageOutcome
from omr.store.store import Store
from omr.survey.expected_items import DamagedRow, ExpectedItems, find_misfit
from omr.survey.form_errors import FormNotNamed
from omr.survey.forms import SurveyForms, form_folder, seen_by
from omr.survey.settings import SurveySettings, change_settings, create_settings, ensure_name, load_settings
from omr.survey.versions import counted_together
from omr.units.crosswalk import SHIPPED_CROSSWALK
from omr.units.listed_codes import ListedCodes
from omr.units.stacks import place_in_stacks
from omr.units.unit_list import Unit, load_units, save_units
from omr.whole_files import cannot_make, is_free, making_folder


class Survey:
    """An open survey folder, seen by one of its forms: ``template``, the first unless ``of_form`` chose another.

    Pages that were read by another form of it have the outcome ``OTHER_FORM``, and are nobody's answers here.
    """

    def __init__(
        self, folder: Path, settings: SurveySettings, forms: SurveyForms, units: tuple[Unit, ...], store: Store
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.forms = forms
        self.template = forms.first.template
        self.is_form_chosen = not forms.are_several
        self.units = units
        self.store = store
        self.rechecks = RecheckTable(store.database)

    @classmethod
    def create(
        cls,
        folder: Path,
        template_source: str | Path,
        *,
        name: str = "",
        round_name: str = "",
        units: tuple[Unit, ...] = (),
    ) -> "Survey":
        """Make a new survey in an empty or new folder; ``omr.forms.new_survey`` looks at page images before.

        It is made aside, so that a try that is killed, or finds the disk full, leaves a folder that can be tried again.

        Raises:
            SurveyExists: The folder holds something.
            UnusableName: It is to be called something too long, or with control characters.
            FolderNotWritable: It cannot be made.
            DiskFull: Likewise.
            form_templates.errors.TemplateError: The template has mistakes.
        """
        template = load_template(template_source)
        name = name or one_line(folder.name)[:LONGEST_NAME]
        for text in (name, round_name):
            ensure_name(text)
        settings = SurveySettings(name, round_name, template.template_id, template.version)
        if not is_free(folder):
            raise SurveyExists(folder)
        with making_folder(folder, cannot_make) as made:
            for part in ("scans", "templates", "exports"):
                (made / part).mkdir()
            write_frozen(template, template_source, form_folder(made, template.key))
            save_units(units, made / "units.csv")
            Store.create(made / "survey.db").close()
            create_settings(made, settings)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, *, is_read_only: bool = False, is_for_mending: bool = False) -> "Survey":
        """Open a survey folder; one that cannot be written can be looked at, see ``is_read_only``.

        Args:
            folder: Holds the survey.
            is_read_only: Only look at it, without changing a byte.
            is_for_mending: Take its database though single values in it cannot be right.

        Raises:
            SurveyNotFound: The folder holds no survey.
            SurveyTooNew: It was written by a newer program.
            SurveyDamaged: One of its files is missing or broken.
        """
        settings = load_settings(folder)
        forms = SurveyForms.load(folder, settings)
        units = load_units(folder / "units.csv") if _has_units(folder / "units.csv") else ()
        store = Store.open(folder / "survey.db", is_read_only=is_read_only, is_for_mending=is_for_mending)
        return cls(folder, settings, forms, units, store)

    def of_form(self, template: FormTemplate) -> "Survey":
        """Return this survey as another of its forms sees it; it is the same folder and the same open database."""
        seen = copy.copy(self)
        seen.template, seen.is_form_chosen = template, True
        return seen

    def of_form_named(self, name: str) -> "Survey":
        """Do the same for a form that a person names, by id and version or by its id alone.

        Raises:
            UnknownForm: There is no single form of that name.
            FormNotNamed: The name is empty, and the survey holds several forms.
        """
        if not name and self.forms.are_several:
            raise FormNotNamed(self.forms.keys)
        return self.of_form(self.forms.named(name).template) if name else self

    def change_settings(self, settings: SurveySettings) -> None:
        """Keep other settings; what else ``survey.toml`` says, comments too, stays as it is.

        Another tolerance holds for batches begun from now on: what was read keeps the decision it was read with.

        Raises:
            DiskFull: Nothing was changed.
            FolderNotWritable: Nothing was changed.
            SurveyReadOnly: Likewise.
        """
        self.store.database.ensure_writable()
        change_settings(self.folder, settings)
        self.settings = settings

    def back_up_if_due(self) -> Exception | None:
        """Make a backup of the database unless one was made within a day.

        Returns:
            What went wrong, if anything did: a survey on a full or write-protected disk is used without.
        """
        return self.store.database.back_up_if_due(self.settings.backups)

    def back_up_after_work(self) -> Exception | None:
        """Make a backup in place of the one of the work before, when a batch or a printing is done; likewise."""
        return self.store.database.back_up_after_work()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> "Survey":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_read_only(self) -> bool:
        """Whether it can only be looked at, for want of rights or because its drive cannot be written."""
        return self.store.database.is_read_only

    @property
    def template_folder(self) -> Path:
        """The frozen copy of the template."""
        return form_folder(self.folder, self.template.key)

    @property
    def exports_folder(self) -> Path:
        """Where exports go unless told otherwise."""
        return self.folder / "exports"

    @property
    def scans_folder(self) -> Path:
        """Where delivered files are kept, each once."""
        return self.folder / "scans"

    def scan_path(self, content_hash: str, extension: str) -> Path:
        """Return where a delivered file is kept."""
        return self.scans_folder / f"{content_hash}{extension}"

    def scans(self) -> dict[int, Path]:
        """Return the kept file that holds a page, by page id."""
        return {page_id: self.scan_path(*file) for page_id, file in self.store.pages.files().items()}

    @property
    def earlier_rounds(self) -> tuple[Path, ...]:
        """Folders of the rounds that this one is compared with."""
        return tuple(self.folder / name for name in self.settings.compare_with)

    @property
    def crosswalk_path(self) -> Path:
        """What became of units over the years: the survey's own ``crosswalk.csv`` where there is one, else ours."""
        own = self.folder / "crosswalk.csv"
        return own if own.is_file() else SHIPPED_CROSSWALK

    def compare_with(self, folders: Sequence[Path]) -> None:
        """Remember which earlier rounds to compare with; each counts once. One remembered already may be away.

        Raises:
            SameSurvey: A new one is this survey.
            SurveyNotFound: A new one holds no survey.
            DiskFull: Nothing was changed.
            FolderNotWritable: Nothing was changed.
        """
        names = tuple(dict.fromkeys(_seen_from(self.folder, folder) for folder in folders))
        for name in names:
            if name not in self.settings.compare_with:
                ensure_other_round(self.folder, self.folder / name)
        self.change_settings(replace(self.settings, compare_with=names))

    def unit(self, code: str) -> Unit:
        """Return the unit with ``code``.

        Raises:
            UnknownUnit: The survey has none.
        """
        for unit in self.units:
            if unit.code == code:
                return unit
        raise UnknownUnit(code, ListedCodes(self.units).meant_by(code))

    def pages(self) -> list[DeliveredPage]:
        """Return every delivered page in order; what re-checking left open is noted, and the unit of its stack.

        Raises:
            SurveyDamaged: What was kept of a page does not fit its form.
        """
        return self.seen(self.pages_of_all_forms())

    def pages_of_all_forms(self) -> list[DeliveredPage]:
        """Return every delivered page as it was read, whichever form it is of; else as ``pages``, which see."""
        pages = self.store.pages.delivered()
        self._learn_of_forms(pages)
        self._refuse(find_misfit(self.forms, pages))
        return mark_disputed(place_in_stacks(pages, self.units), self.rechecks.checks())

    def _learn_of_forms(self, pages: Sequence[DeliveredPage]) -> None:
        """Load the forms that another program added since this survey was opened, once pages of them come."""
        read = {page.identity.form for page in pages if page.outcome is PageOutcome.READ and page.identity}
        if read.issubset(self.forms.keys):
            return
        settings = load_settings(self.folder)
        if settings.forms != self.forms.keys:
            self.settings, self.forms = settings, SurveyForms.load(self.folder, settings)

    def seen(self, pages: Sequence[DeliveredPage]) -> list[DeliveredPage]:
        """Return delivered pages of all forms as ``template`` sees them."""
        return seen_by(self.template, pages) if self.forms.are_several else list(pages)

    def counted(self, pages: Sequence[DeliveredPage]) -> list[DeliveredPage]:
        """Return delivered pages, seen by ``template``, as figures count them: with those of its earlier versions."""
        return counted_together(self.forms, self.template, pages) if self.forms.are_several else list(pages)

    def counted_copies(self) -> dict[str, int]:
        """Return how many copies of ``template`` and its earlier versions were printed, by unit code."""
        copies = Counter(self.issued_copies())
        for form in self.forms.earlier_versions(self.template.key):
            copies.update(self.of_form(form.template).issued_copies())
        return dict(copies)

    def issued_copies(self) -> dict[str, int]:
        """Return how many copies of ``template`` were printed, by unit code."""
        if not self.forms.are_several:
            return self.store.issued.copies()
        return self.store.issued.copies(self.template.key, is_first=self.template.key == self.forms.first.template.key)

    def health_of(self, pages: Sequence[DeliveredPage]) -> tuple[HealthFinding, ...]:
        """Return what delivered pages, all or some, tell about scanner and paper."""
        likenesses = self.store.sheets.compared().like
        return find_health(pages, self.store.pages.health(), likenesses, len(self.template.pages))

    def sheet_questions(self, pages: Sequence[DeliveredPage]) -> tuple[SheetQuestion, ...]:
        """Return which of all delivered pages may be two scans of one sheet, for a person to say."""
        return find_sheet_questions(pages, self.store.sheets.compared().like)

    def pile_questions(self, pages: Sequence[DeliveredPage]) -> tuple[PileQuestion[DeliveredPage], ...]:
        """Return the piles of which nothing says which sides belong together, for a person to say."""
        return find_pile_questions(pages, len(self.template.pages))

    def responses(self) -> tuple[Response, ...]:
        """Return all respondents with their effective answers to ``template``.

        Raises:
            SurveyDamaged: What was kept of a page does not fit the form.
        """
        return self.responses_of(self.pages())

    def responses_of(self, pages: Sequence[DeliveredPage]) -> tuple[Response, ...]:
        """Return the respondents of all delivered pages with their effective answers.

        Raises:
            SurveyDamaged: A page that was read lacks a reading.
        """
        self._refuse(ExpectedItems(self.template).find_gap(pages))
        return build_responses(self.template, pages)

    def _refuse(self, damaged: DamagedRow | None) -> None:
        if damaged is not None:
            raise self.store.database.row_damaged(*damaged)


def ensure_other_round(folder: Path, other: Path) -> None:
    """Check that ``other`` holds a survey, and not the one in ``folder``.

    Raises:
        SameSurvey: It is the same one.
        SurveyNotFound: It holds none.
    """
    if other.resolve() == folder.resolve():
        raise SameSurvey(other)
    load_settings(other)


def _seen_from(folder: Path, other: Path) -> str:
    other = other.resolve()
    try:
        return Path(os.path.relpath(other, folder.resolve())).as_posix()
    except ValueError:  # another drive
        return other.as_posix()


def _has_units(path: Path) -> bool:
    return path.is_file() and len(path.read_bytes().splitlines()) > 1
