"""Write SPSS syntax beside a ``.sav``: the weight and the sets of multiple responses, which no library writes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from exports.data_files.sav_columns import SavColumn
from exports.data_files.scores import WEIGHT
from exports.data_files.spss_limits import NAME_BYTES, VALUE_LABEL_BYTES, to_names
from exports.errors import cannot_export
from exports.export_request import file_name
from exports.wording import data_file_words
from exports.wording.speaker import Speaker, cut_to_bytes
from omr.whole_files import write_whole


def setup_path(path: Path) -> Path:
    """Return where the syntax for a ``.sav`` lies; not under its very name, where people keep syntax of their own."""
    return path.with_name(file_name(path.stem, "-setup.sps"))


def write_setup(path: Path, columns: Mapping[str, SavColumn], say: Speaker) -> None:
    """Write the syntax that opens the file at ``path``, with its variables by name; with BOM, so that SPSS knows UTF-8.

    Raises:
        ExportFailed: It cannot be written.
    """
    text = "\n".join(_lines(path.name, columns, say)) + "\n"
    write_whole(setup_path(path), text.encode("utf-8-sig"), cannot_export)


def _lines(file: str, columns: Mapping[str, SavColumn], say: Speaker) -> Iterator[str]:
    yield "* Encoding: UTF-8."
    yield _remark(say(data_file_words.SYNTAX_INTRO, file=file))
    yield f"GET FILE={_quoted(file)}."
    yield ""
    yield _remark(say(data_file_words.SYNTAX_WEIGHT))
    weight = [name for name, column in columns.items() if column.wanted_name == WEIGHT][-1]
    yield f"WEIGHT BY {weight}."
    sets = _sets(columns)
    if sets:
        yield ""
        yield _remark(say(data_file_words.SYNTAX_SETS))
        yield "MRSETS"
        for (_, asked), variables, name in sets:
            yield f"  /MDGROUP NAME=${name}"
            yield f"    LABEL={_quoted(cut_to_bytes(' '.join(asked.split()), VALUE_LABEL_BYTES))}"
            yield "    CATEGORYLABELS=VARLABELS"
            yield "    VARIABLES="
            yield from (f"      {variable}" for variable in variables)
            yield "    VALUE=1"
        yield f"  /DISPLAY NAME=[{' '.join(f'${name}' for _, _, name in sets)}]."


def _sets(columns: Mapping[str, SavColumn]) -> list[tuple[tuple[str, str], list[str], str]]:
    """Return every question with several answers, its variables and the name of its set; one option makes no set."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, column in columns.items():
        if column.chosen_of is not None:
            found.setdefault(column.chosen_of, []).append(name)
    found = {question: variables for question, variables in found.items() if len(variables) > 1}
    names = to_names(item_id[: NAME_BYTES - 1] for item_id, _ in found)
    return [(question, variables, name) for (question, variables), name in zip(found.items(), names, strict=True)]


def _remark(text: str) -> str:
    """Return a comment, which its first full stop at the end of a line would end."""
    return f"* {' '.join(text.split()).rstrip('.')}."


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
