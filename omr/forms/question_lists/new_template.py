"""A list of questions -> a template folder, and what was understood as lines for a terminal (io)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from form_templates.errors import FindingList, TemplateError
from form_templates.importing import definition_text
from form_templates.loading import DEFINITION_NAME, load_template
from form_templates.model import FormTemplate, Language
from form_templates.typesetting.letters import check_letters
from form_templates.typesetting.pages import typeset
from form_templates.validation import check_definition
from omr.errors import FolderNotEmpty
from omr.forms.page_images import PageOpener
from omr.forms.question_lists.list_files import file_remarks, no_list, open_list
from omr.forms.question_lists.listed import ListedItem, ListedKind, QuestionList
from omr.forms.question_lists.making import FormWish, build_form
from omr.forms.question_lists.reading import read_rows
from omr.whole_files import cannot_make_new, is_free, making_folder
from omr.wording import counted

_KINDS = {
    ListedKind.SATISFACTION: "levels of satisfaction",
    ListedKind.YES_NO: "yes or no",
    ListedKind.SINGLE: "one answer",
    ListedKind.MULTIPLE: "several answers",
    ListedKind.NUMBER: "a number",
    ListedKind.TEXT: "words",
    ListedKind.NPS: "0 to 10",
}


def set_form(definition: FormTemplate, folder: Path = Path()) -> FormTemplate:
    """Return a form with its pages.

    Args:
        definition: The form.
        folder: Where it is to be kept, which a mistake names.

    Raises:
        TemplateError: The form has mistakes, such as an id that is none.
        PrintError: A question is higher than a page, or the id too long.
    """
    findings = FindingList(folder / DEFINITION_NAME)
    check_definition(definition, findings)
    check_letters(definition, findings)
    findings.raise_if_any()
    return replace(definition, pages=typeset(definition).layouts)


def write_new_template(definition: FormTemplate, folder: Path) -> FormTemplate:
    """Write a form that the program typesets into a folder, aside, and read it once to be sure of it.

    Args:
        definition: The form; its pages are set anew whenever it is loaded.
        folder: A new or empty folder.

    Returns:
        The template as it loads.

    Raises:
        FolderNotEmpty: The folder holds something; nothing was changed.
        PrintError: It cannot be typeset; nothing was written.
        TemplateError: The form has mistakes; likewise.
        FolderNotWritable: The folder cannot be made.
        DiskFull: Likewise.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    set_form(definition, folder)
    with making_folder(folder, cannot_make_new) as made:
        (made / DEFINITION_NAME).write_text(definition_text(definition), encoding="utf-8", newline="\n")
        return load_template(made)


def new_template_lines(path: Path, folder: Path, wish: FormWish, language: Language | None) -> Iterator[str]:
    """Make a form of a file with questions, and yield what was understood, what was assumed, and what to do.

    Args:
        path: Workbook, document or text.
        folder: Where the template is written, new or empty.
        wish: What the form is to be called.
        language: Of the form; None: that of the list.

    Raises:
        PhieuError: As ``write_new_template``.
        TemplateError: Likewise, or the file cannot be read or holds no question.
        PrintError: As ``write_new_template``.
    """
    if not is_free(folder):
        raise FolderNotEmpty(folder)
    with PageOpener() as opener:
        file = open_list(path, opener)
    found = read_rows(file.rows, language)
    if not found.sections:
        raise TemplateError((no_list(path),))
    form = write_new_template(build_form(found, wish), folder)
    pages = counted(len(form.pages), "page")
    yield f"{folder}: {form.template_id} version 1, {form.title.in_language(form.language)}, {pages}."
    yield from understood_lines(found)
    yield from map(str, file_remarks(file))
    yield f"Correct it in {folder / DEFINITION_NAME}, then: main.py new DIR --template {folder}"


def understood_lines(found: QuestionList) -> Iterator[str]:
    """Yield every item with its kind, under the headings, then what was assumed."""
    for section in found.sections:
        if section.title:
            yield section.title
        yield from map(_item_line, section.items)
    yield from map(str, found.remarks)


def _item_line(item: ListedItem) -> str:
    kind = _KINDS[item.kind]
    if item.max_choices is not None:
        kind += f", {item.max_choices} at most"
    options = f": {' / '.join(item.options)}" if item.options else ""
    number = f"{item.number}. " if item.number else ""
    return f"  {number}{item.text}  [{kind}{options}]"
