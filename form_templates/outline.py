"""What a template asks, as lines to read in a terminal."""

from collections.abc import Iterator

from form_templates.model import FormTemplate, Item, Language


def outline_lines(template: FormTemplate, language: Language) -> Iterator[str]:
    """Yield title and size, then every section with its items, their kinds and options."""
    yield f"{template.template_id} version {template.version}: {template.title.in_language(language)}"
    yield f"{len(template.pages)} pages, {len(list(template.items()))} items"
    for section in template.sections:
        yield f"\n{section.title.in_language(language)}"
        for item in section.items:
            yield from _item_lines(item, language)


def _item_lines(item: Item, language: Language) -> Iterator[str]:
    options = " | ".join(f"{option.value} {option.label.in_language(language)}" for option in item.options)
    yield f"  {item.item_id:14} {item.label.in_language(language)}"
    yield f"  {'':14} {item.kind}{': ' + options if options else ''}"
