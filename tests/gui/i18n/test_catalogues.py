"""Every text of the window has its translation, and the catalogues are up to date."""

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


def _sources(path):
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }
