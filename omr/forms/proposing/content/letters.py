"""Letters of fonts that print what others draw: boxes, circles, ringed digits."""

BOX_LETTERS = frozenset("☐□▢◻▫❏❐❑❒⬜⎕\u20de\u25a1\u25fd\u2b1c\U0001f78e\U0001f78f\U0001f790\U0001f791")
OVAL_LETTERS = frozenset("○◯⚪〇❍⭕◌⚬\u20dd\U0001f785\U0001f786\U0001f787")
SYMBOL_BOXES = frozenset({0x6F, 0x70, 0x71, 0x72, 0xA8, 0x77 + 0x100})
"""Codes of boxes in Wingdings, and in Symbol fonts made like it."""
SYMBOL_OVALS = frozenset({0x6D, 0xA1, 0xA2, 0xA3})
RINGED = {
    **{chr(0x2460 + number): str(number + 1) for number in range(20)},
    "⓪": "0",
    **{chr(0x24B6 + number): chr(ord("A") + number) for number in range(26)},
    **{chr(0x24D0 + number): chr(ord("a") + number) for number in range(26)},
}
"""Letters in a ring, and what stands in it."""
LEADERS = frozenset("._…‥·․﹍＿")
"""Letters that, repeated, make a line to write on."""


def is_symbol_font(name: str) -> bool:
    """Whether a font prints signs in the place of letters."""
    lowered = name.lower()
    return "wingdings" in lowered or "webdings" in lowered
