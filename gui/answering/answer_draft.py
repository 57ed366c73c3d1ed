"""An answer in the making: what is chosen or typed, what a key chooses, and when it may be kept. Needs no Qt."""

import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass

from form_templates.model import Item, ItemKind
from gui.answering.keys import KeyPress, option_keys
from omr.results import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person is asked: one item of one page.

    Attributes:
        key: Names the page and the item.
        item: The item.
        answer: What counts so far: a decision, else the reading; empty where a person must not know it.
        reading: What the engine read; empty where a person must not know it.
        may_stay_blank: Whether an empty answer may be confirmed as it stands. Where something is written, or part of
            the question is not to be seen, only a person's own word makes it blank.
    """

    key: Hashable
    item: Item
    answer: Answer = ()
    reading: Answer = ()
    may_stay_blank: bool = True


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answers, to be kept.

    Attributes:
        answer: Option values in printed order, or what was typed; empty is blank, None is unreadable.
    """

    answer: Answer | None


class AnswerDraft:
    """The answer to what is asked, until it is kept; none is given out before the paper of this answer was seen.

    A single choice is answered by the option's own key. Where the draft ``keeps_reading`` it can be confirmed as well,
    for the engine's reading stands there already.
    """

    def __init__(self, *, keeps_reading: bool = False) -> None:
        self._keeps_reading = keeps_reading
        self._asked: Asked | None = None
        self._seen: Hashable | None = None
        self._is_several = False
        self._chosen: frozenset[str] = frozenset()
        self._text = ""

    # What is asked, and whether its paper was seen

    def ask(self, asked: Asked) -> None:
        """Begin with what counts so far."""
        self._asked = asked
        self._is_several = False
        self._chosen = frozenset() if self.is_written else frozenset(asked.answer)
        self._text = " ".join(asked.answer) if self.is_written else ""

    def clear(self) -> None:
        """Ask nothing."""
        self._asked = self._seen = None

    def see(self, key: Hashable) -> None:
        """Learn whose paper is before the person's eyes."""
        self._seen = key

    def lose_sight(self) -> None:
        """Learn that no paper is before the person's eyes."""
        self._seen = None

    @property
    def is_in_sight(self) -> bool:
        """Whether any paper is before the person's eyes; of which answer, ``may_answer`` knows."""
        return self._seen is not None

    def may_answer(self, key: Hashable) -> bool:
        """Whether ``key`` is what is asked and its paper is before the person's eyes: nothing unseen is answered."""
        return self._asked is not None and self._asked.key == key == self._seen

    # What stands there

    @property
    def item(self) -> Item:
        """The item that is asked for; only while something is asked."""
        assert self._asked is not None, "only while something is asked"
        return self._asked.item

    @property
    def is_written(self) -> bool:
        """Whether handwriting is asked for, not options."""
        return self._asked is not None and not self.item.kind.is_choice

    @property
    def takes_several(self) -> bool:
        """Whether several options may be chosen: always of a multiple choice, of a single one if the person says so."""
        return self._asked is not None and (self.item.kind is ItemKind.MULTIPLE or self._is_several)

    @property
    def is_begun(self) -> bool:
        """Whether the person has changed something of what counts so far."""
        if self._asked is None:
            return False
        if self.is_written:
            return self._text != " ".join(self._asked.answer)
        return self._is_several or self._chosen != frozenset(self._asked.answer)

    @property
    def chosen(self) -> frozenset[str]:
        """The options that would be kept."""
        return self._chosen

    @property
    def ticked(self) -> frozenset[str]:
        """The chosen options, unless the engine alone chose: a single reading shown as ticked would look decided."""
        is_reading = self._keeps_reading and not self.takes_several
        return frozenset() if is_reading else self._chosen

    # What the person does

    def write(self, text: str) -> None:
        """Learn what stands in the line for handwriting."""
        self._text = text

    def toggle_several(self) -> None:
        """Let several options of a single choice be chosen, from the reading on, or one again."""
        if self._asked is not None and self.item.kind is ItemKind.SINGLE:
            self._is_several = not self._is_several
            self._chosen = frozenset(self._asked.reading)

    def option_of(self, press: KeyPress) -> str | None:
        """Return the option that a key stands for; None while handwriting is asked for."""
        if self._asked is None or self.is_written or press.has_control or press.is_repeated:
            return None
        return option_keys(self.item).get(press.text.upper())

    def pick(self, option: str) -> Answered | None:
        """Choose an option: at once for a single choice, to be confirmed where several may be marked."""
        if self._asked is None or self.is_written:
            return None
        if not self.takes_several:
            return self._answered((option,))
        self._chosen ^= {option}
        return None

    def confirm(self) -> Answered | None:
        """Answer with what is ticked or typed; None where that is not enough for an answer."""
        if self._asked is None or self.lacks_answer:
            return None
        if not (self.is_written or self.takes_several or self._keeps_reading):
            return None  # a single choice has its own key
        return self._answered(self._answer)

    @property
    def lacks_answer(self) -> bool:
        """Whether nothing is chosen or typed yet where that is no answer: a blank has to be said."""
        return self._asked is not None and not self._asked.may_stay_blank and not self._answer

    def leave_blank(self) -> Answered | None:
        """Answer that nothing is marked or written."""
        return self._answered(())

    def call_unreadable(self) -> Answered | None:
        """Answer that nobody can read it."""
        return self._answered(None)

    @property
    def _answer(self) -> Answer:
        if self.is_written:
            return to_answer(self._text)
        return tuple(option.value for option in self.item.options if option.value in self._chosen)

    def _answered(self, answer: Answer | None) -> Answered | None:
        is_allowed = self._asked is not None and self.may_answer(self._asked.key)
        return Answered(answer) if is_allowed else None


def to_answer(written: str) -> Answer:
    """Return typed handwriting as an answer: one value, or none if nothing was written.

    The store joins values by ';', so a written one becomes a comma; line breaks and double spaces become one space.
    """
    value = " ".join(unicodedata.normalize("NFC", written).replace(";", ",").split())
    return (value,) if value else ()
