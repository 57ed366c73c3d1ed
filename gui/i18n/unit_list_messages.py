"""What is said of a list of units that comes in, in the person's language; facts as ``fact_messages`` words them."""

from gui.i18n.translation import QT_TRANSLATE_NOOP

UNIT_LIST_FACTS = frozenset(
    {
        QT_TRANSLATE_NOOP(
            "facts",
            "codes differ in length ({shorter} {name}, {longer} {other}): spreadsheets take zeros away; "
            "if one is missing, write the code as text and choose the list again",
        ),
        QT_TRANSLATE_NOOP("facts", "codes that were numbers with decimals: {count}; {old} is read as {new}"),
        QT_TRANSLATE_NOOP(
            "facts", "codes whose leading zero was lost and put back: {count}; {old} is read as {new}, {name}"
        ),
        QT_TRANSLATE_NOOP("facts", "codes {first} and {second} differ by leading zeros alone"),
        QT_TRANSLATE_NOOP("facts", "column “{column}” names units that are not in the list and was not read"),
        QT_TRANSLATE_NOOP("facts", "columns that were not read: {names}"),
        QT_TRANSLATE_NOOP(
            "facts", "more cells than columns; put a text with a comma or semicolon into quotation marks"
        ),
        QT_TRANSLATE_NOOP("facts", "columns {first} and {second} have the same heading; rename one"),
        QT_TRANSLATE_NOOP(
            "facts", "hidden rows that were read too: {count}, row {row} first; delete them if they are not meant"
        ),
        QT_TRANSLATE_NOOP("facts", "it has a password; open it in Excel and save it without one"),
        QT_TRANSLATE_NOOP("facts", "it holds far more than a list of units; save the list by itself"),
        QT_TRANSLATE_NOOP("facts", "it is a workbook of another kind; open it and save it as .xlsx or CSV UTF-8"),
        QT_TRANSLATE_NOOP("facts", "it is damaged, or no workbook; open it in Excel and save it again as .xlsx"),
        QT_TRANSLATE_NOOP("facts", "its UTF-16 text is damaged: save it again as CSV UTF-8"),
        QT_TRANSLATE_NOOP(
            "facts", "its sheets {sheets} each hold a list of units; leave one of them, or hide the others"
        ),
        QT_TRANSLATE_NOOP("facts", "no row heads the columns; write Mã (code) and Tên (name) above them"),
        QT_TRANSLATE_NOOP("facts", "only the sheet “{sheet}” was read, not {others}"),
        QT_TRANSLATE_NOOP("facts", "row {row} of the sheet “{sheet}”: {fact}"),
        QT_TRANSLATE_NOOP("facts", "rows left out, for they are no unit: {count}; {where}"),
        QT_TRANSLATE_NOOP("facts", "rows left out, for they repeat a unit: {count}; {where}"),
        QT_TRANSLATE_NOOP(
            "facts",
            "the list was written in {letters} letters and turned into Unicode: “{before}” is read as “{after}”",
        ),
        QT_TRANSLATE_NOOP("facts", "{fact}; write Mã (code) and Tên (name) above the columns"),
        QT_TRANSLATE_NOOP("facts", "{first} and {second} have the same name, {name}"),
        QT_TRANSLATE_NOOP(
            "facts",
            "“{column}” has more than {limit} characters, “{text}”; look for a quotation mark that is not closed",
        ),
        QT_TRANSLATE_NOOP(
            "facts", "“{column}” is a formula without a result; open the list in Excel and save it, or write the value"
        ),
        QT_TRANSLATE_NOOP("facts", "“{column}” is the spreadsheet's error {text}"),
        QT_TRANSLATE_NOOP(
            "facts", "“{text}” is no code: the spreadsheet made a date or another value of it; write the code as text"
        ),
        QT_TRANSLATE_NOOP(
            "facts",
            "“{word}” looks like letters of an old font (TCVN3, VNI), but what all words of the list are is not "
            "certain; turn the list into Unicode, with UniKey for example",
        ),
        QT_TRANSLATE_NOOP(
            "facts",
            "“{word}”: its letters are not Unicode, and which they are is not certain; "
            "save the list as a workbook (.xlsx) or as CSV UTF-8",
        ),
    }
)
