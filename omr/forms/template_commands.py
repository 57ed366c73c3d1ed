"""The commands ``template ...`` that need no scans: list, show, check, new; like ``main`` it imports late."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from form_templates.model import FormTemplate, Item, Language

template_app = typer.Typer(help="Look at, check, import and make form templates.")


def template_source(name: str) -> str | Path:
    """Return what ``load_template`` takes for a word of the command line: a shipped id, or a folder."""
    return Path(name) if os.sep in name or Path(name).is_dir() else name


@template_app.command("list")
def template_list() -> None:
    """List the shipped templates."""
    from form_templates.loading import list_templates
    from form_templates.model import Language

    for shipped in list_templates():
        typer.echo(f"{shipped.template_id:16} {shipped.version:>2}  {shipped.title.in_language(Language.ENGLISH)}")


@template_app.command("show")
def template_show(
    template: Annotated[str, typer.Argument(metavar="ID|FOLDER")],
    layout: Annotated[Path | None, typer.Option(help="Write the place of every response area as JSON.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write the blank pages as PDF.")] = None,
) -> None:
    """Show what a template asks; write its layout or its blank pages."""
    from form_templates.layout_files import layout_text
    from form_templates.loading import load_template, template_folder
    from form_templates.model import Language
    from omr.forms.issuing import blank_form_pdf
    from omr.forms.page_images import ensure_sound_images
    from omr.whole_files import write_whole

    loaded = load_template(template_source(template))
    if layout:
        write_whole(layout, layout_text(loaded))
    if pdf:
        folder = template_folder(template_source(template))
        ensure_sound_images(folder, loaded)
        write_whole(pdf, blank_form_pdf(folder, loaded))
    if not (layout or pdf):
        for line in _outline_lines(loaded, Language.ENGLISH):
            typer.echo(line)


@template_app.command("check")
def template_check(folder: Annotated[str, typer.Argument(metavar="FOLDER")]) -> None:
    """Check a template; every mistake is listed with its place."""
    from form_templates.loading import load_template, template_folder
    from omr.forms.page_images import ensure_sound_images

    loaded = load_template(template_source(folder))
    ensure_sound_images(template_folder(template_source(folder)), loaded)
    counts = f"{len(list(loaded.items()))} items on {len(loaded.pages)} pages"
    typer.echo(f"{loaded.template_id} version {loaded.version}: no mistakes; {counts}.")


@template_app.command("new")
def template_new(
    questions: Annotated[
        Path, typer.Argument(metavar="LIST", help="Questions in a file: .xlsx, .docx, or .txt, .csv with one a line.")
    ],
    out: Annotated[Path, typer.Option(help="The template's folder, new or empty.")],
    template_id: Annotated[str, typer.Option("--id", help="Small letters, digits, '-'. Default: of the title.")] = "",
    title: Annotated[str, typer.Option(help="Printed at the top. Default: that of the list.")] = "",
    language: Annotated[str, typer.Option(help="Of the form: vi or en. Default: that of the list.")] = "",
) -> None:
    """Typeset a form of a list of questions, and say what was understood."""
    from form_templates.model import Language
    from omr.forms.question_lists.making import FormWish
    from omr.forms.question_lists.new_template import new_template_lines

    if language and language not in tuple(Language):
        raise typer.BadParameter("vi or en", param_hint="--language")
    wanted = Language(language) if language else None
    for line in new_template_lines(questions, out, FormWish(template_id, title), wanted):
        typer.echo(line)


def _outline_lines(template: "FormTemplate", language: "Language") -> Iterator[str]:
    """Yield title and size, then every section with its items, their kinds and options."""
    yield f"{template.template_id} version {template.version}: {template.title.in_language(language)}"
    yield f"{len(template.pages)} pages, {len(list(template.items()))} items"
    for section in template.sections:
        yield f"\n{section.title.in_language(language)}"
        for item in section.items:
            yield from _item_lines(item, language)


def _item_lines(item: "Item", language: "Language") -> Iterator[str]:
    options = " | ".join(f"{option.value} {option.label.in_language(language)}" for option in item.options)
    yield f"  {item.item_id:14} {item.label.in_language(language)}"
    yield f"  {'':14} {item.kind}{': ' + options if options else ''}"
