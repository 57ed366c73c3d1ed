"""Decides of every question how it is answered, and says what was assumed. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from form_templates.model import Language, ScaleKind, Text
from omr.forms.proposing.scales import levels_of
from omr.forms.proposing.wording_hints import cap_of, takes_several
from omr.forms.question_lists import wordings
from omr.forms.question_lists.drafts import DraftItem
from omr.forms.question_lists.listed import ListedItem, ListedKind, ListRemarkKind
from omr.forms.question_lists.option_texts import (
    MOST_OPTIONS,
    codes_of,
    inline_options,
    levels_said,
    split_options,
    spread,
    without_dots,
)
from omr.forms.question_lists.wordings import folded, is_yes_no, kind_said

LONGEST_TEXT = 600
"""Characters of a question; more do not fit beside its options."""

LONGEST_OPTION = 120
_LONGEST_NUMBER = 8
_FEWEST_LEVELS = 3
_KIND_BEFORE = re.compile(r"\(([^()]{3,40})\)\s*[:.]?\s*(?=\S)")


def settled(draft: DraftItem, heading: str, legend: tuple[str, ...] = ()) -> ListedItem:
    """Return an item with its kind.

    Args:
        draft: What the list says.
        heading: Of its section.
        legend: The levels that are explained above it, if any are.
    """
    text, has_dots = without_dots(draft.text)
    text, said = _without_kind(text, kind_said(draft.said))
    written = split_options(draft.options)
    assumed = [ListRemarkKind.KIND_UNKNOWN] if draft.said and said is None else []
    if not written and said not in (ListedKind.TEXT, ListedKind.NUMBER):
        text, written = inline_options(text)
        assumed += [ListRemarkKind.OPTIONS_IN_TEXT] if written else []
    if said is ListedKind.SATISFACTION:
        written = spread(written) or levels_said(draft.said)
    is_cut = len(text) > LONGEST_TEXT or any(len(option) > LONGEST_OPTION for option in written)
    assumed += [ListRemarkKind.SHORTENED] if is_cut else []
    assumed += _about_options(written)
    options = tuple(shortened_to(option, LONGEST_OPTION) for option in dict.fromkeys(written))[:MOST_OPTIONS]
    item = ListedItem(
        text=shortened_to(" ".join(text.split()), LONGEST_TEXT),
        kind=ListedKind.TEXT,
        number=draft.number[:_LONGEST_NUMBER],
        written=options,
        lines=min(max(draft.lines + has_dots, 2), 10),
    )
    kind = said or (_kind_of_options(item, heading) if options else None)
    is_written = has_dots or draft.lines > 0
    if kind is None:
        kind, why = _kind_of_words(item, heading, is_written=is_written)
        if why is ListRemarkKind.SCALE_ASSUMED and legend:
            item, why = replace(item, written=legend), ListRemarkKind.LEGEND_USED
            kind = _kind_of_options(item, heading)
        assumed += [why] if why else []
    if kind in (ListedKind.SINGLE, ListedKind.MULTIPLE) and not item.written:
        kind, assumed = ListedKind.TEXT, [*assumed, ListRemarkKind.NO_OPTIONS]
    made = as_kind(item, kind, Language.VIETNAMESE)
    assumed += _about_answers(made)
    return replace(made, assumed=tuple(assumed))


def _without_kind(text: str, said: ListedKind | None) -> tuple[str, ListedKind | None]:
    """Return a question without how it is answered, in brackets before it, and that."""
    found = _KIND_BEFORE.match(text)
    before = kind_said(found[1]) if found is not None else None
    return (text[found.end() :], said or before) if found is not None and before else (text, said)


def _about_options(written: Sequence[str]) -> list[ListRemarkKind]:
    """Return what is to be said of the options of a list before they are used."""
    different = set(written)
    found = [ListRemarkKind.SAME_OPTION] if len(different) < len(written) else []
    return [*found, ListRemarkKind.TOO_MANY_OPTIONS] if len(different) > MOST_OPTIONS else found


def _about_answers(item: ListedItem) -> list[ListRemarkKind]:
    """Return what is to be said of how an item is answered: what the list asks for and a form does not do."""
    words = folded(" ".join((item.text, *item.written)))
    labels = codes_of(item.written)[1] if item.written else ()
    is_dropped = (
        bool(labels)
        and item.options != labels
        and not (item.kind is ListedKind.NPS and all(label.isdigit() for label in labels))
    )
    checks = (
        (ListRemarkKind.OPTIONS_UNUSED, is_dropped),
        (ListRemarkKind.SKIP_NOTE, wordings.SKIPS.search(words)),
        (ListRemarkKind.RANKING, wordings.ASKS_RANKING.search(folded(item.text)) and item.options),
    )
    return [kind for kind, is_so in checks if is_so]


def as_kind(item: ListedItem, kind: ListedKind, language: Language) -> ListedItem:
    """Return an item of another kind, with the options that the kind needs.

    Args:
        item: What the list gives for it is kept.
        kind: How it is answered from now on.
        language: Of options that the program has to make up.
    """
    codes, labels = codes_of(item.written) if item.written else ((), ())
    bare = replace(item, kind=kind, options=(), codes=(), max_choices=None)
    match kind:
        case ListedKind.TEXT | ListedKind.NPS:
            return bare
        case ListedKind.NUMBER:
            return replace(bare, digits=4 if wordings.ASKS_YEAR.search(folded(item.text)) else 3)
        case ListedKind.SATISFACTION if len(labels) < _FEWEST_LEVELS:
            return replace(bare, options=_in_language(wordings.SATISFACTION_LEVELS, language))
        case ListedKind.YES_NO if len(labels) < 2:
            return replace(bare, options=_in_language(wordings.YES_NO, language))
        case ListedKind.MULTIPLE:
            return replace(bare, options=labels, codes=codes, max_choices=cap_of(item.text, len(labels)))
        case _:
            return replace(bare, options=labels, codes=codes)


def in_language(item: ListedItem, language: Language) -> ListedItem:
    """Return an item whose options, where the program made them up, are in this language."""
    is_made_up = bool(item.options) and len(codes_of(item.written)[1] if item.written else ()) < len(item.options)
    return replace(as_kind(item, item.kind, language), assumed=item.assumed) if is_made_up else item


def alike(items: Iterable[ListedItem]) -> list[ListedItem]:
    """Return the items that are asked again."""
    items = list(items)
    counts = Counter(folded(item.text) or item.text for item in items)
    seen: set[str] = set()
    found = []
    for item in items:
        words = folded(item.text) or item.text
        if counts[words] > 1 and words in seen:
            found.append(item)
        seen.add(words)
    return found


def shortened_to(text: str, longest: int) -> str:
    """Return a text of so many characters at most."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _kind_of_options(item: ListedItem, heading: str) -> ListedKind:
    codes, labels = codes_of(item.written)
    if takes_several(item.text):
        return ListedKind.MULTIPLE
    levels = levels_of(labels, codes or [""] * len(labels))
    if levels.kind is ScaleKind.NPS:
        return ListedKind.NPS
    asks = wordings.ASKS_SATISFACTION.search(folded(f"{item.text} {heading}")) is not None
    is_scale = levels.kind is ScaleKind.ORDINAL and asks and len(labels) >= _FEWEST_LEVELS
    if levels.kind is ScaleKind.SATISFACTION or (is_scale and (codes or levels.is_direction_known)):
        return ListedKind.SATISFACTION
    return ListedKind.YES_NO if is_yes_no(labels) else ListedKind.SINGLE


def _kind_of_words(item: ListedItem, heading: str, *, is_written: bool) -> tuple[ListedKind, ListRemarkKind | None]:
    """Return the kind of an item without options, and what is assumed by it."""
    words = folded(item.text)
    if wordings.ASKS_RECOMMENDING.search(words):
        return ListedKind.NPS, None
    if wordings.ASKS_NUMBER.search(words):
        return ListedKind.NUMBER, None if is_written else ListRemarkKind.NUMBER_ASSUMED
    if is_written:
        return ListedKind.TEXT, None
    is_yes_no = wordings.ENDS_WITH_NO.search(words) or (
        wordings.BEGINS_WITH_VERB.match(words) and item.text.endswith("?") and item.text.isascii()
    )
    if is_yes_no and not wordings.ASKS_SATISFACTION.search(words):
        return ListedKind.YES_NO, ListRemarkKind.YES_NO_ASSUMED
    if wordings.ASKS_WORDS.search(words):
        return ListedKind.TEXT, ListRemarkKind.TEXT_ASSUMED
    is_statement = not item.text.endswith("?") and len(words.split()) > 1
    if wordings.ASKS_SATISFACTION.search(f"{words} {folded(heading)}") or is_statement:
        return ListedKind.SATISFACTION, ListRemarkKind.SCALE_ASSUMED
    return ListedKind.TEXT, ListRemarkKind.TEXT_ASSUMED


def _in_language(texts: Sequence[Text], language: Language) -> tuple[str, ...]:
    return tuple(text.in_language(language) for text in texts)
