"""What an error knows of its cause, in the person's language: every pattern of ``form_templates.facts.Fact``."""

from PySide6.QtCore import QCoreApplication

from form_templates.errors import Finding
from form_templates.facts import Fact
from gui.i18n.edit_messages import EDIT_FACTS
from gui.i18n.reason_messages import PAGE_PROBLEMS, SAVE_AS_PNG, advise, describe_reason
from gui.i18n.translation import QT_TRANSLATE_NOOP
from gui.i18n.unit_list_messages import UNIT_LIST_FACTS
from omr.forms.page_findings import PageFinding
from omr.results import RAISED_BY_LIMITS, Reason

_OWN_FACTS = frozenset(
    {
        QT_TRANSLATE_NOOP("facts", ' (did you mean "{word}"?)'),
        QT_TRANSLATE_NOOP("facts", '"format" is missing: the file must say format = 1'),
        QT_TRANSLATE_NOOP("facts", '"page" is missing: wanted a whole number, 1 for the first page'),
        QT_TRANSLATE_NOOP("facts", '"{found}" is not a name: wanted {pattern}'),
        QT_TRANSLATE_NOOP("facts", '"{item_id}" has response areas: it is "single" or "multiple", not "{kind}"'),
        QT_TRANSLATE_NOOP("facts", '"{item_id}" is "{kind}" here, but "{value}" before'),
        QT_TRANSLATE_NOOP("facts", '"{item_id}" is not an earlier item'),
        QT_TRANSLATE_NOOP("facts", '"{item_id}" is used twice'),
        QT_TRANSLATE_NOOP("facts", '"{key}" is missing: wanted {wanted}'),
        QT_TRANSLATE_NOOP("facts", '"{name}" is not the name of a template'),
        QT_TRANSLATE_NOOP("facts", "institution or national heading has more lines than fit above the title"),
        QT_TRANSLATE_NOOP("facts", "names a form twice"),
        QT_TRANSLATE_NOOP("facts", '"{name}" is used twice'),
        QT_TRANSLATE_NOOP("facts", '"{shown}" is not known{suggestion}; wanted: {members}'),
        QT_TRANSLATE_NOOP("facts", '"{text}" is no number of transactions'),
        QT_TRANSLATE_NOOP("facts", '"{value}" is both satisfied and dissatisfied'),
        QT_TRANSLATE_NOOP("facts", '"{value}" is not a value of the scale'),
        QT_TRANSLATE_NOOP("facts", '"{value}" is not an option of "{item_id}"'),
        QT_TRANSLATE_NOOP("facts", '"{wanted}" must be a single-choice item'),
        QT_TRANSLATE_NOOP("facts", 'a cap needs kind = "multiple"'),
        QT_TRANSLATE_NOOP("facts", 'a choice item needs "scale" or "options"'),
        QT_TRANSLATE_NOOP("facts", "a factor needs an item with a satisfaction scale"),
        QT_TRANSLATE_NOOP("facts", "a link leads back to itself"),
        QT_TRANSLATE_NOOP("facts", "a number"),
        QT_TRANSLATE_NOOP("facts", 'a number item needs "digits", the count of digit boxes'),
        QT_TRANSLATE_NOOP(
            "facts", "a page of {size} is no paper: sides are {low_mm:g} to {high_mm:g} mm; are these pixels?"
        ),
        QT_TRANSLATE_NOOP("facts", "a part of the form is higher than a page"),
        QT_TRANSLATE_NOOP("facts", "a part of the path is no folder"),
        QT_TRANSLATE_NOOP("facts", "a response area for something that is not in the definition"),
        QT_TRANSLATE_NOOP("facts", 'a scale of kind "{kind}" must say which values are satisfied'),
        QT_TRANSLATE_NOOP("facts", "a table"),
        QT_TRANSLATE_NOOP("facts", "it is the folder of a survey"),
        QT_TRANSLATE_NOOP("facts", "it lies in the folder of a survey"),
        QT_TRANSLATE_NOOP("facts", "the folder of the survey lies in it"),
        QT_TRANSLATE_NOOP("facts", "a text in it is no text"),
        QT_TRANSLATE_NOOP("facts", "a text in quotes"),
        QT_TRANSLATE_NOOP("facts", 'a text like {{ vi = "...", en = "..." }}'),
        QT_TRANSLATE_NOOP("facts", 'a text, or one like {{ "vi": "...", "en": "..." }}'),
        QT_TRANSLATE_NOOP("facts", "paper is jammed"),
        QT_TRANSLATE_NOOP("facts", "a cover is open"),
        QT_TRANSLATE_NOOP("facts", "there is no paper in the feeder"),
        QT_TRANSLATE_NOOP("facts", "two sheets went through together"),
        QT_TRANSLATE_NOOP("facts", "it ended although there is paper in the feeder"),
        QT_TRANSLATE_NOOP("facts", "a page came incomplete"),
        QT_TRANSLATE_NOOP("facts", "it is busy"),
        QT_TRANSLATE_NOOP("facts", "it does not answer"),
        QT_TRANSLATE_NOOP("facts", "it does not allow this"),
        QT_TRANSLATE_NOOP("facts", "it refuses these settings"),
        QT_TRANSLATE_NOOP("facts", "its answer cannot be understood"),
        QT_TRANSLATE_NOOP("facts", "the program scanimage is not installed"),
        QT_TRANSLATE_NOOP("facts", "it reports an error"),
        QT_TRANSLATE_NOOP("facts", "a whole number"),
        QT_TRANSLATE_NOOP("facts", "access is denied"),
        QT_TRANSLATE_NOOP("facts", "an array of tables"),
        QT_TRANSLATE_NOOP("facts", "an array of texts"),
        QT_TRANSLATE_NOOP("facts", 'an item has either "scale" or "options", not both'),
        QT_TRANSLATE_NOOP("facts", "an item of kind {kind} has no options"),
        QT_TRANSLATE_NOOP("facts", "cannot be printed in this typeface: {signs}"),
        QT_TRANSLATE_NOOP("facts", "cannot be read: {why}"),
        QT_TRANSLATE_NOOP("facts", "code \"{code}\" has characters other than letters, digits, '-' and '.'"),
        QT_TRANSLATE_NOOP("facts", "code {code} stands there twice"),
        QT_TRANSLATE_NOOP("facts", "has a key of more than {limit} parts"),
        QT_TRANSLATE_NOOP("facts", "has {value} characters, at most {longest} are allowed"),
        QT_TRANSLATE_NOOP("facts", "the database cannot be opened"),
        QT_TRANSLATE_NOOP("facts", "it is read-only"),
        QT_TRANSLATE_NOOP("facts", "holds a number or a nesting beyond all measure"),
        QT_TRANSLATE_NOOP("facts", "holds the control character U+{code}"),
        QT_TRANSLATE_NOOP("facts", "holds the control character U+{found:04X}"),
        QT_TRANSLATE_NOOP("facts", 'id "{template_id}" is too long to be printed with unit and serial'),
        QT_TRANSLATE_NOOP("facts", "is UTF-16 text: save it as UTF-8"),
        QT_TRANSLATE_NOOP("facts", "is larger than {limit} MB, more than a file of this kind can be"),
        QT_TRANSLATE_NOOP("facts", "is no line of a CSV list; look for a quotation mark that is not closed"),
        QT_TRANSLATE_NOOP("facts", "is not JSON: {why}"),
        QT_TRANSLATE_NOOP("facts", "is not TOML: {why}"),
        QT_TRANSLATE_NOOP("facts", "is not UTF-8 text: save it as UTF-8"),
        QT_TRANSLATE_NOOP("facts", "it ends ({end}) before it begins ({begin})"),
        QT_TRANSLATE_NOOP("facts", "it has no unit"),
        QT_TRANSLATE_NOOP("facts", "it has {count} characters, at most {limit} are allowed"),
        QT_TRANSLATE_NOOP("facts", "it has {document} pages instead of {page_count}"),
        QT_TRANSLATE_NOOP("facts", "it holds a control character"),
        QT_TRANSLATE_NOOP("facts", "it is a folder"),
        QT_TRANSLATE_NOOP("facts", "it is in use by another program"),
        QT_TRANSLATE_NOOP("facts", "it is missing"),
        QT_TRANSLATE_NOOP("facts", "it is no ordinary file"),
        QT_TRANSLATE_NOOP("facts", "it is not a PDF"),
        QT_TRANSLATE_NOOP("facts", "it is not a survey database"),
        QT_TRANSLATE_NOOP("facts", "it is not empty"),
        QT_TRANSLATE_NOOP("facts", "it is not there"),
        QT_TRANSLATE_NOOP("facts", "it is there already"),
        QT_TRANSLATE_NOOP("facts", "it lies on another drive"),
        QT_TRANSLATE_NOOP("facts", "line {line}"),
        QT_TRANSLATE_NOOP("facts", "line {line}: {fact}"),
        QT_TRANSLATE_NOOP("facts", "line {line}: {place}"),
        QT_TRANSLATE_NOOP("facts", "must be a number of ordinary size"),
        QT_TRANSLATE_NOOP("facts", "must be a share between 0 and 1, not {value:g}"),
        QT_TRANSLATE_NOOP("facts", "must be a share from 0 to 1, not {value:g}"),
        QT_TRANSLATE_NOOP("facts", "must be a table"),
        QT_TRANSLATE_NOOP("facts", "must be from {smallest} to {largest} points"),
        QT_TRANSLATE_NOOP("facts", "must be {at_least} or more, not {value}"),
        QT_TRANSLATE_NOOP("facts", "must be {wanted}"),
        QT_TRANSLATE_NOOP("facts", "must hold one JSON object"),
        QT_TRANSLATE_NOOP("facts", "must hold texts in quotes only"),
        QT_TRANSLATE_NOOP("facts", "must hold {most_texts} texts or fewer, not {values}"),
        QT_TRANSLATE_NOOP("facts", "must not be empty"),
        QT_TRANSLATE_NOOP("facts", "no code"),
        QT_TRANSLATE_NOOP("facts", "no column {names}"),
        QT_TRANSLATE_NOOP("facts", "no name"),
        QT_TRANSLATE_NOOP("facts", "no old code"),
        QT_TRANSLATE_NOOP("facts", "no response area and no writing field belongs to this item"),
        QT_TRANSLATE_NOOP("facts", 'option value "{value}" may hold letters, digits, "_", "." and "-" only'),
        QT_TRANSLATE_NOOP("facts", "only a question with one answer can tell respondents apart"),
        QT_TRANSLATE_NOOP("facts", "only a question with one answer on a scale of satisfaction can count in the index"),
        QT_TRANSLATE_NOOP("facts", "options stand in 1 to {most} columns"),
        QT_TRANSLATE_NOOP("facts", "page numbers must count up from 1"),
        QT_TRANSLATE_NOOP("facts", "page {number} comes {count} times"),
        QT_TRANSLATE_NOOP("facts", "page {number} is missing: pages are numbered from 1"),
        QT_TRANSLATE_NOOP("facts", "print one copy or more"),
        QT_TRANSLATE_NOOP("facts", 'share "{text}" is not above 0 and at most 1'),
        QT_TRANSLATE_NOOP("facts", 'since "{text}" is no day like 2025-07-01'),
        QT_TRANSLATE_NOOP("facts", 'style "{style}" prints values of at most two characters'),
        QT_TRANSLATE_NOOP("facts", "system error {number}"),
        QT_TRANSLATE_NOOP("facts", "the blank print of page {number} is missing: put its image here"),
        QT_TRANSLATE_NOOP("facts", "the cap is {cap}, but there are only {value} options"),
        QT_TRANSLATE_NOOP("facts", "the code has {count} characters, at most {limit} are allowed"),
        QT_TRANSLATE_NOOP("facts", 'the code text "{text}" is too long for its place'),
        QT_TRANSLATE_NOOP("facts", "the disk is full"),
        QT_TRANSLATE_NOOP("facts", "the drive does not answer"),
        QT_TRANSLATE_NOOP("facts", "the drive is not there"),
        QT_TRANSLATE_NOOP("facts", "the drive is read-only"),
        QT_TRANSLATE_NOOP("facts", "the drive reports an error"),
        QT_TRANSLATE_NOOP("facts", "the file is empty"),
        QT_TRANSLATE_NOOP("facts", "the file is larger than this drive can hold"),
        QT_TRANSLATE_NOOP("facts", "the layout has no pages"),
        QT_TRANSLATE_NOOP("facts", "the layout has no response areas"),
        QT_TRANSLATE_NOOP("facts", "the layout is for {theirs}, the definition for {ours}"),
        QT_TRANSLATE_NOOP("facts", "the list has more than {limit} lines"),
        QT_TRANSLATE_NOOP("facts", "the name holds letters that the drive does not know"),
        QT_TRANSLATE_NOOP("facts", "the name is too long"),
        QT_TRANSLATE_NOOP("facts", "the name or the file is not allowed there"),
        QT_TRANSLATE_NOOP("facts", "the network drive cannot be reached"),
        QT_TRANSLATE_NOOP("facts", "the option has no response area"),
        QT_TRANSLATE_NOOP("facts", "the option has {count} response areas"),
        QT_TRANSLATE_NOOP("facts", "the options of one item lie on several pages"),
        QT_TRANSLATE_NOOP("facts", "the response area is not on the paper"),
        QT_TRANSLATE_NOOP("facts", 'the response area overlaps "{other}"'),
        QT_TRANSLATE_NOOP("facts", "the scan cannot be read ({reason})"),
        QT_TRANSLATE_NOOP("facts", "the scan cannot be shown ({reason})"),
        QT_TRANSLATE_NOOP("facts", "the section has no items"),
        QT_TRANSLATE_NOOP("facts", "the skip rule names no values"),
        QT_TRANSLATE_NOOP("facts", "the template has no sections"),
        QT_TRANSLATE_NOOP("facts", "the writing field is not on the paper"),
        QT_TRANSLATE_NOOP("facts", 'there is no item "{wanted}"'),
        QT_TRANSLATE_NOOP("facts", 'there is no scale "{scale_id}"'),
        QT_TRANSLATE_NOOP("facts", "there is no such file or folder"),
        QT_TRANSLATE_NOOP("facts", "there is no such file, and no shipped template of that name"),
        QT_TRANSLATE_NOOP("facts", "there is not enough memory"),
        QT_TRANSLATE_NOOP(
            "facts", "this file has format {found}, this program knows formats up to {format}: update Phiếu"
        ),
        QT_TRANSLATE_NOOP("facts", "must be from {smallest} to {largest} points"),
        QT_TRANSLATE_NOOP("facts", "this program sets forms by editions up to {latest}, not {edition}: update Phiếu"),
        QT_TRANSLATE_NOOP("facts", "this form was made elsewhere: print it from its own document"),
        QT_TRANSLATE_NOOP("facts", "this program sets forms by editions up to {latest}, not {edition}: update Phiếu"),
        QT_TRANSLATE_NOOP(
            "facts",
            "this version of the program would print the form with other places than its layout says; "
            "nothing was printed",
        ),
        QT_TRANSLATE_NOOP("facts", "too many files are open"),
        QT_TRANSLATE_NOOP("facts", "true or false"),
        QT_TRANSLATE_NOOP("facts", 'unit "{code}" has used up its {serial_digits}-digit numbers'),
        QT_TRANSLATE_NOOP("facts", 'unit code "{unit}" cannot be printed: use digits, capital letters, "." and "-"'),
        QT_TRANSLATE_NOOP("facts", 'unit code "{unit}" is longer than {longest_unit} characters'),
        QT_TRANSLATE_NOOP("facts", "unit {code}: its parent {parent} is not in the list"),
        QT_TRANSLATE_NOOP("facts", 'unknown key "{key}"{suggestion}'),
        QT_TRANSLATE_NOOP("facts", '{column} "{text}" is no day like 2020-12-31'),
        QT_TRANSLATE_NOOP("facts", "{column} has {count} characters, at most {limit} are allowed"),
        QT_TRANSLATE_NOOP("facts", "{fact}"),
        QT_TRANSLATE_NOOP("facts", "{place}: {message}"),
    }
)
FACTS = _OWN_FACTS | EDIT_FACTS | UNIT_LIST_FACTS
"""The patterns, with the names that values are put in for; a test compares them with those of the program."""


_MORE_THAN_A_FORM = QT_TRANSLATE_NOOP(
    "messages", "The file has more pages than a form ({detail}). Save only those of the form, and choose that."
)
_COPY_AGAIN = QT_TRANSLATE_NOOP("messages", "Copy or save it again where it comes from, then choose it again.")
_FORM_ADVICE = {
    Reason.FILE_ENCRYPTED: QT_TRANSLATE_NOOP("messages", "Save it without a password and choose it again."),
    Reason.FILE_EMPTY: _COPY_AGAIN,
    Reason.FILE_TRUNCATED: _COPY_AGAIN,
    Reason.FILE_DAMAGED: _COPY_AGAIN,
}
_ADVISED_AS_SCANS = frozenset(
    {
        Reason.FILE_NOT_FOUND,
        Reason.FILE_UNREACHABLE,
        Reason.IMAGE_TOO_LARGE,
        Reason.IMAGE_TOO_SMALL,
        Reason.RENDERER_MISSING,
        Reason.STILL_BEING_WRITTEN,
    }
)


def describe_fact(fact: object) -> str:
    """Word a fact, with the facts and reasons in it; anything else stays as it is."""
    if isinstance(fact, Reason):
        return describe_reason(fact)
    if not isinstance(fact, Fact):
        return str(fact)
    values = {
        name: describe_fact(each) if isinstance(each, Fact | Reason) else each for name, each in fact.values.items()
    }
    return _tr(fact.pattern, "facts").format(**values)


def describe_finding(finding: Finding) -> str:
    """Word a mistake of a form template or of a page image."""
    if not isinstance(finding, PageFinding):
        where = ", ".join(filter(None, (str(finding.path), describe_fact(finding.place))))
        return f"{where}: {describe_fact(finding.message)}"
    return f"{finding.path.name}: {describe_page_problem(finding)}"


def describe_page_problem(finding: PageFinding) -> str:
    """Word what is wrong with a page image, without its name."""
    if finding.problem is Reason.TOO_MANY_PAGES:
        return _tr(_MORE_THAN_A_FORM, "messages").format(detail=finding.facts["detail"])
    if isinstance(finding.problem, Reason):
        words = describe_reason(finding.problem, finding.facts["detail"])
        return _tr(SAVE_AS_PNG, "messages").format(reason=words) if finding.problem in RAISED_BY_LIMITS else words
    facts = {name: describe_fact(fact) for name, fact in finding.facts.items()}
    return _tr(PAGE_PROBLEMS[finding.problem], "messages").format(**facts)


def advise_form_file(finding: PageFinding) -> str:
    """Say what to do about a file from which no form can be made; empty where its description says so already."""
    if finding.problem in _ADVISED_AS_SCANS and isinstance(finding.problem, Reason):
        return advise(finding.problem)
    advice = _FORM_ADVICE.get(finding.problem) if isinstance(finding.problem, Reason) else None
    return _tr(advice, "messages") if advice else ""


def _tr(source: str, context: str) -> str:
    return QCoreApplication.translate(context, source)
