"""What was understood of a list of questions, and what was assumed, in the person's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.i18n.translation import QT_TRANSLATE_NOOP
from omr.forms.question_lists.listed import ListedKind, ListRemark, ListRemarkKind

KINDS: Mapping[ListedKind, str] = {
    ListedKind.SATISFACTION: QT_TRANSLATE_NOOP("remarks", "Levels of satisfaction"),
    ListedKind.YES_NO: QT_TRANSLATE_NOOP("remarks", "Yes or no"),
    ListedKind.SINGLE: QT_TRANSLATE_NOOP("remarks", "One answer"),
    ListedKind.MULTIPLE: QT_TRANSLATE_NOOP("remarks", "Several answers"),
    ListedKind.NUMBER: QT_TRANSLATE_NOOP("remarks", "A number"),
    ListedKind.TEXT: QT_TRANSLATE_NOOP("remarks", "Words"),
    ListedKind.NPS: QT_TRANSLATE_NOOP("remarks", "0 to 10"),
}
"""Every kind of question; a test names what is missing."""

REMARKS: Mapping[ListRemarkKind, str] = {
    ListRemarkKind.SCALE_ASSUMED: QT_TRANSLATE_NOOP(
        "remarks", "Without options, so five levels of satisfaction are used: {names}."
    ),
    ListRemarkKind.YES_NO_ASSUMED: QT_TRANSLATE_NOOP(
        "remarks", "Without options but asked so that yes or no answers it: {names}."
    ),
    ListRemarkKind.NUMBER_ASSUMED: QT_TRANSLATE_NOOP(
        "remarks", "Without options but asking for a number, so digit boxes are used: {names}."
    ),
    ListRemarkKind.TEXT_ASSUMED: QT_TRANSLATE_NOOP(
        "remarks", "Without options, so lines to write on are used: {names}."
    ),
    ListRemarkKind.OPTIONS_IN_TEXT: QT_TRANSLATE_NOOP(
        "remarks", "The options were found in the text of the question: {names}."
    ),
    ListRemarkKind.DIRECTION: QT_TRANSLATE_NOOP(
        "remarks",
        "The options do not say which end is the good one; the higher digit is taken for it: {names}.",
    ),
    ListRemarkKind.ONE_OPTION: QT_TRANSLATE_NOOP("remarks", "Only one option: {names}."),
    ListRemarkKind.SAME_OPTION: QT_TRANSLATE_NOOP("remarks", "An option stood there twice and is used once: {names}."),
    ListRemarkKind.ALIKE: QT_TRANSLATE_NOOP("remarks", "Asked more than once, all are kept: {names}."),
    ListRemarkKind.SHORTENED: QT_TRANSLATE_NOOP("remarks", "Too long for a form and cut: {names}."),
    ListRemarkKind.LEFT_OUT: QT_TRANSLATE_NOOP(
        "remarks", "{count} line(s) belong to no question and were left out: {text}"
    ),
    ListRemarkKind.OPTIONS_UNUSED: QT_TRANSLATE_NOOP(
        "remarks", "Answered otherwise than by the options that stand there, which are not used: {names}."
    ),
    ListRemarkKind.NO_OPTIONS: QT_TRANSLATE_NOOP(
        "remarks", "To be answered by options, but none are given, so lines to write on are used: {names}."
    ),
    ListRemarkKind.KIND_UNKNOWN: QT_TRANSLATE_NOOP(
        "remarks", "How it is to be answered is said in words that are not known: {names}."
    ),
    ListRemarkKind.LEGEND_USED: QT_TRANSLATE_NOOP(
        "remarks", "Without options, so the scale that is explained above is used: {names}."
    ),
    ListRemarkKind.TOO_MANY_OPTIONS: QT_TRANSLATE_NOOP(
        "remarks", "More than 80 options, of which the first 80 are used: {names}."
    ),
    ListRemarkKind.SKIP_NOTE: QT_TRANSLATE_NOOP(
        "remarks", "The note about skipping is printed, but nobody is held to it: {names}."
    ),
    ListRemarkKind.RANKING: QT_TRANSLATE_NOOP(
        "remarks", "Asks for an order, which cannot be marked; the options are simply chosen: {names}."
    ),
    ListRemarkKind.UNUSED_COLUMNS: QT_TRANSLATE_NOOP("remarks", "These columns are not used: {names}."),
    ListRemarkKind.OTHER_SHEETS: QT_TRANSLATE_NOOP(
        "remarks", "The workbook has further sheets, which are not read: {names}."
    ),
    ListRemarkKind.TOO_MANY: QT_TRANSLATE_NOOP(
        "remarks", "Only the first {count} questions are used; a form of more has no use."
    ),
    ListRemarkKind.TOO_LONG: QT_TRANSLATE_NOOP(
        "remarks", "The list is longer than that of any form; only its beginning is used."
    ),
    ListRemarkKind.NO_GLYPHS: QT_TRANSLATE_NOOP("remarks", "These signs cannot be printed and were left out: {signs}"),
    ListRemarkKind.NO_SATISFACTION: QT_TRANSLATE_NOOP(
        "remarks", "No question has a scale of satisfaction, so there will be no index."
    ),
}
"""Likewise every remark, with the names of its facts in braces."""


def describe_listed_kind(kind: ListedKind) -> str:
    """Say how a question is answered."""
    return QCoreApplication.translate("remarks", KINDS[kind])


def describe_remark(remark: ListRemark) -> str:
    """Say what was assumed or left out."""
    return QCoreApplication.translate("remarks", REMARKS[remark.kind]).format(**remark.facts)
