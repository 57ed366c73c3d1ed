"""The commands ``form ...``: which forms a survey holds, to add one, to take one out; like ``main`` it imports late."""

import os
from pathlib import Path
from typing import Annotated

import typer

form_app = typer.Typer(help="The forms of a survey, where it holds several.")

FormName = Annotated[str, typer.Option("--form", help="Id and version of the form, where the survey holds several.")]
SurveyFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The survey's folder.")]


@form_app.command("list")
def form_list(folder: SurveyFolder) -> None:
    """List the forms of a survey, first the one that it began with."""
    from omr.forms.more_forms import pages_of
    from omr.survey.folder import Survey
    from omr.wording import counted

    with Survey.open(folder) as survey:
        for form in survey.forms.all:
            template = form.template
            title = " ".join(template.title.in_language(template.language).split())
            read = pages_of(survey, template.key)
            pages = counted(len(template.pages), "page")
            typer.echo(f"{template.key!s:24} {pages} a form, {counted(read, 'page')} read  {title}")


@form_app.command("add")
def form_add(
    folder: SurveyFolder,
    template: Annotated[str, typer.Argument(metavar="ID|FOLDER", help="A shipped template's id, or your own folder.")],
) -> None:
    """Add a form to a survey; what was read stays as it is, batches from now on look for its pages too."""
    from omr.forms.more_forms import add_form
    from omr.results import UNRECOGNISED
    from omr.survey.folder import Survey
    from omr.wording import counted

    source = Path(template) if os.sep in template or Path(template).is_dir() else template
    with Survey.open(folder) as survey:
        survey.back_up_if_due()
        added = add_form(survey, source)
        count = len(survey.forms.all) + 1
        unrecognised = sum(page.reason in UNRECOGNISED for page in survey.pages())
    typer.echo(
        f"{folder}: {added.key} added ({counted(len(added.pages), 'page')} a form); the survey holds {count} forms now."
    )
    if unrecognised:
        typer.echo(
            f"Of none of the forms so far: {counted(unrecognised, 'page')}; "
            f"to read them by the new one: read DIR FILE... --retry"
        )


@form_app.command("remove")
def form_remove(
    folder: SurveyFolder, form: Annotated[str, typer.Argument(metavar="FORM", help="Its id and version, see 'list'.")]
) -> None:
    """Take a form out again of which nothing was printed or read."""
    from omr.forms.more_forms import take_out_form
    from omr.survey.folder import Survey

    with Survey.open(folder) as survey:
        survey.back_up_if_due()
        key = survey.forms.named(form).template.key
        take_out_form(survey, key)
    typer.echo(f"{folder}: {key} taken out.")
