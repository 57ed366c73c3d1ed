"""Every text of the window has its translation, and the catalogues are up to date."""

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gui.i18n import catalogues


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_no_text_lacks_a_translation(name):
    assert catalogues.find_unfinished(name) == []


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_the_catalogues_hold_the_texts_of_the_window_as_it_is(name, tmp_path):
    fresh = tmp_path / "fresh.ts"
    fresh.write_bytes(catalogues.catalogue(name).read_bytes())
    catalogues.update_catalogue(name, fresh)

    assert _sources(fresh) == _sources(catalogues.catalogue(name))


@pytest.mark.parametrize("name", catalogues.LANGUAGES)
def test_that_the_compiled_catalogue_is_up_to_date(name, tmp_path):
    compiled = tmp_path / "fresh.qm"
    catalogues.compile_catalogue(name, compiled)

    assert compiled.read_bytes() == catalogues.catalogue(name).with_suffix(".qm").read_bytes()


def test_that_every_text_written_in_the_window_s_code_reaches_the_catalogue():
    known = _sources(catalogues.catalogue("vi"))
    texts = {text for _, text in known}

    missing = [
        f"{path}:{line}: {text}"
        for path, line, context, text in _written_texts()
        if ((context, text) not in known if context else text not in texts)
    ]

    assert missing == []


def _written_texts():
    """Yield file, line, context (empty: that of the class) and text of each call that translates, without lupdate."""
    for path in sorted(Path("gui").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            words = [getattr(argument, "value", None) for argument in call.args]
            if name == "tr" and words and isinstance(words[0], str):
                yield path, call.lineno, "", words[0]
            elif name in ("translate", "QT_TRANSLATE_NOOP") and len(words) > 1 and isinstance(words[1], str):
                yield path, call.lineno, words[0], words[1]


def _sources(path):
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }
