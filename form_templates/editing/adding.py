"""New questions, sections and forms, each like one that is there."""

import re
from dataclasses import dataclass, replace
from itertools import dropwhile

from form_templates.editing.edit import Edit, Several
from form_templates.editing.operations.questions import AddItem, NumberItems
from form_templates.editing.operations.references import counted_up, free_item_id, next_free
from form_templates.editing.operations.sections import AddSection
from form_templates.model import (
    LATEST_EDITION,
    FormTemplate,
    Item,
    ItemId,
    ItemKind,
    Option,
    Text,
    Typeface,
    Typesetting,
)
from form_templates.taking_back import NOTHING_SAID

_YEAR = re.compile(r"(.*?)(?<!\d)20\d\d")
_LONGEST_ID = 64
_OF_OFFICES = Typesetting(LATEST_EDITION, Typeface.SERIF, 10.5)  # as the shipped forms are set
_FIRST = Item(ItemId("q01"), ItemKind.SINGLE, Text(""), (Option("1", Text("1")), Option("2", Text("2"))))


@dataclass(frozen=True, slots=True)
class Adding:
    """An edit that adds something, and what that is.

    Attributes:
        edit: To be done.
        item_id: The new question.
        section_id: The section that holds it.
    """

    edit: Edit
    item_id: ItemId
    section_id: str


def question_added(form: FormTemplate, after: ItemId | None, section_id: str, label: Text) -> Adding:
    """Return what adds a question like the one before it; numbers that count on from there count on over it.

    Args:
        form: Before.
        after: The question that it follows; None: at the end of a section.
        section_id: That section; the last one if the form has none of this id.
        label: Its words.
    """
    section = next((each for each in form.sections if each.section_id == section_id), form.sections[-1])
    if after is not None:
        section = form.section_of(after)
    ids = [item.item_id for item in section.items]
    index = ids.index(after) + 1 if after is not None else len(ids)
    before = section.items[index - 1] if index else None
    item = _like(form, before or next(iter(form.items()), _FIRST), label)
    adding = AddItem(section.section_id, index, replace(item, number=""))
    if before is None or not item.number:
        return Adding(adding, item.item_id, section.section_id)
    numbered = (item.item_id, *_counting_on(form, before))
    return Adding(Several((adding, NumberItems(numbered, item.number))), item.item_id, section.section_id)


def section_added(form: FormTemplate, after: str, title: Text, label: Text) -> Adding:
    """Return what adds a section with one question, for a form has no empty ones.

    Args:
        form: Before.
        after: The section that it follows; the last one if the form has none of this id.
        title: Its heading.
        label: The words of its question.
    """
    ids = [section.section_id for section in form.sections]
    index = ids.index(after) + 1 if after in ids else len(ids)
    section_id = next_free(ids[index - 1] if ids else "part0", set(ids))
    before = form.sections[index - 1].items[-1:] if ids else ()
    item = _like(form, before[0] if before else _FIRST, label)
    edits = AddSection(index, section_id, title), AddItem(section_id, 0, replace(item, number=""))
    return Adding(Several(edits), item.item_id, section_id)


def started_from(form: FormTemplate, template_id: str, title: str, subtitle: str) -> FormTemplate:
    """Return the first version of a new form that asks what another one does, set by the latest rules.

    Args:
        form: What it starts from; where it was made elsewhere, its questions alone.
        template_id: Its id.
        title: In the language that the form is printed in; other words replace the title in both languages.
        subtitle: Likewise; may be empty.
    """
    is_ours = any(page.fiducials for page in form.pages) or not form.pages
    setting = replace(form.typesetting, edition=LATEST_EDITION) if is_ours else _OF_OFFICES
    return replace(
        form,
        template_id=template_id,
        version=1,
        title=_worded(form, form.title, title),
        subtitle=_worded(form, form.subtitle, subtitle),
        pages=(),
        typesetting=setting,
        taking_back=form.taking_back if is_ours else NOTHING_SAID,  # the program prints its own instruction
    )


def proposed_id(template_id: str, year: int) -> str:
    """Return an id for a form that starts from another: of this year, or with a number behind."""
    stem = template_id[: _LONGEST_ID - len("-2000-2")].rstrip("-")
    found = _YEAR.fullmatch(stem)
    proposal = f"{found[1]}{year}" if found else f"{stem}-{year}"
    return proposal if proposal != template_id else f"{proposal}-2"


def _like(form: FormTemplate, item: Item, label: Text) -> Item:
    """Return a question that is answered as another one is, with the next id and number."""
    return replace(
        item,
        item_id=free_item_id(form, item.item_id),
        label=label,
        number=counted_up(item.number, 1),
        asked_if=None,
    )


def _counting_on(form: FormTemplate, item: Item) -> tuple[ItemId, ...]:
    """Return the questions after one whose numbers count up from its own without a gap."""
    _itself, *later = dropwhile(lambda each: each.item_id != item.item_id, form.items())
    found = []
    for steps, each in enumerate(later, start=1):
        if each.number != counted_up(item.number, steps):
            break
        found.append(each.item_id)
    return tuple(found)


def _worded(form: FormTemplate, text: Text, words: str) -> Text:
    """Return a text with other words; the other language must not go on to say what was said before."""
    if words == text.in_language(form.language):
        return text
    return Text(words)
