"""Put texts into one language, and cut them where a file format or a file system counts bytes."""

import unicodedata
from dataclasses import dataclass

from form_templates.model import Language, Text

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts a text in one language; called like a function: ``say(words.BLANK)``."""

    language: Language

    def __call__(self, text: Text, **facts: object) -> str:
        """Return ``text`` in the speaker's language, its facts filled in."""
        wording = text.in_language(self.language)
        return wording.format(**facts) if facts else wording


def cut_to_bytes(text: str, most: int) -> str:
    """Return ``text`` in composed letters, cut between two letters to ``most`` bytes of UTF-8; a cut ends in "…"."""
    composed = unicodedata.normalize("NFC", text.replace("\0", ""))
    if len(composed.encode()) <= most:
        return composed
    kept = composed.encode()[: most - len(_CUT.encode())].decode(errors="ignore")
    while kept and unicodedata.combining(composed[len(kept)]):
        kept = kept[:-1]  # a mark that no composed letter exists for must not lose its letter
    return kept.rstrip() + _CUT
