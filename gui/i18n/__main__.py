"""Bring the catalogues up to date with the source texts and compile them."""

import sys

from gui.i18n.catalogues import LANGUAGES, compile_catalogue, find_unfinished, update_catalogue

for language in LANGUAGES:
    update_catalogue(language)
    compile_catalogue(language)
    for text in find_unfinished(language):
        sys.stdout.write(f"{language}: {text}\n")
