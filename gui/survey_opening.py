"""Opens surveys and asks for new ones.

With it come the store, OpenCV and everything that shows a survey, which take longer than the start page: whoever is
needed before that imports this module late, in the background.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from form_templates.loading import ShippedTemplate, list_templates
from form_templates.model import FormKey, Language
from gui.home.new_survey_dialog import NewSurveyDialog
from gui.jobs import Jobs
from gui.new_form.new_form_dialog import NewFormDialog
from gui.preferences import Preferences
from gui.proposing.proposal_dialog import ProposalDialog
from gui.survey_view import SurveyView
from gui.upkeep.upkeep import Upkeep
from gui.workspace import Workspace
from omr.survey.folder import Survey


def open_survey(folder: Path, form: FormKey | None = None) -> Survey:
    """Open a survey folder, seen by one of its forms or the one it began with; may be called off the GUI thread.

    Where that one was changed since, its latest version is seen.
    """
    survey = Survey.open(folder)
    chosen = survey.forms.get(form) if form is not None else None
    newest = survey.forms.newest_version(survey.forms.first.template.key)
    return survey.of_form((chosen or newest or survey.forms.first).template)


def find_templates() -> tuple[ShippedTemplate, ...]:
    """Return the templates that a new survey can have; may be called off the GUI thread, for it takes a while."""
    return list_templates()


def make_survey_view(survey: Survey, preferences: Preferences, language: Language, window: QWidget) -> SurveyView:
    """Return a view of an open survey, whose workspace ``window`` owns."""
    return SurveyView(Workspace(survey, window), preferences, language)


def make_upkeep(folder: Path, jobs: Jobs, let_go: Callable[[], None], window: QWidget) -> Upkeep:
    """Return what checks, mends and goes back in a survey folder; ``let_go`` closes the survey where it is open."""
    return Upkeep(folder, jobs, let_go, window)


def make_new_survey_dialog(
    templates: Sequence[ShippedTemplate], preferences: Preferences, language: Language, jobs: Jobs, window: QWidget
) -> NewSurveyDialog:
    """Return the dialog that asks for a new survey; ``jobs`` are those that draw pages now."""
    return NewSurveyDialog(templates, language, preferences.last_folder, jobs, window)


def make_proposal_dialog(
    paths: Sequence[Path], preferences: Preferences, language: Language, window: QWidget
) -> ProposalDialog:
    """Return the dialog that finds the questions of a form in its files."""
    return ProposalDialog(paths, language, preferences.last_folder, window)


def make_new_form_dialog(preferences: Preferences, language: Language, jobs: Jobs, window: QWidget) -> NewFormDialog:
    """Return the dialog that makes a form of a list of questions; ``jobs`` are those that draw pages now."""
    return NewFormDialog(language, preferences.last_folder, jobs, window)
