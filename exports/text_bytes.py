"""Cut text to a number of bytes, as some formats and file systems count, without losing half a letter."""

import unicodedata

_CUT = "…"


def cut_to_bytes(text: str, most: int) -> str:
    """Return ``text`` in composed letters, cut between two letters to ``most`` bytes of UTF-8; a cut ends in "…"."""
    composed = unicodedata.normalize("NFC", text.replace("\0", ""))
    if len(composed.encode()) <= most:
        return composed
    kept = composed.encode()[: most - len(_CUT.encode())].decode(errors="ignore")
    while kept and unicodedata.combining(composed[len(kept)]):
        kept = kept[:-1]  # a mark that no composed letter exists for must not lose its letter
    return kept.rstrip() + _CUT
