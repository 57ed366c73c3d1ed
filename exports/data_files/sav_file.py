"""Write an SPSS file: one row per respondent, labelled in one language; R, Stata and PSPP read it as well."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from exports.data_files.sav_columns import build_columns, numbered_options, score_columns
from exports.data_files.scores import build_scores
from exports.data_files.spss_limits import FILE_LABEL_BYTES, to_names, to_note
from exports.data_files.spss_setup import write_setup
from exports.errors import ExportFailed, PackageMissing, cannot_export
from exports.gathered.gathered_survey import GatheredSurvey
from exports.gathered.survey_facts import SurveyFacts
from exports.wording.naming import RULE_WORDS
from exports.wording.speaker import Speaker, cut_to_bytes
from form_templates.model import FormTemplate, ItemKind, Language
from omr.whole_files import has_room, replacing


def write_sav(path: Path, gathered: GatheredSurvey, language: Language = Language.VIETNAMESE) -> None:
    """Write every respondent, valid or not, with labels in ``language``, and beside it the syntax that sets it up.

    Raises:
        PackageMissing: pyreadstat is not installed.
        ExportFailed: The file cannot be written.
        DiskFull: Likewise, for want of room.
    """
    try:
        import pyreadstat
    except ImportError as error:
        raise PackageMissing(path, "pyreadstat") from error
    say, facts = Speaker(language), gathered.facts
    table = gathered.answer_table()
    columns = [*build_columns(table, gathered.units, say), *score_columns(build_scores(gathered, table, say))]
    names = to_names(column.wanted_name for column in columns)
    named = dict(zip(names, columns, strict=True))
    with replacing(path, cannot_export) as part:
        part.touch()  # says in the system's own words why a file cannot be made there
        frame = pd.DataFrame({name: column.values for name, column in named.items()})
        try:
            pyreadstat.write_sav(
                frame,
                str(part),
                file_label=cut_to_bytes(" ".join(filter(None, (facts.name, facts.round_name))), FILE_LABEL_BYTES),
                column_labels=[column.label for column in columns],
                row_compress=True,
                note=_notes(facts, gathered.template, {c.wanted_name: name for name, c in named.items()}, say),
                variable_value_labels={name: dict(c.value_labels) for name, c in named.items() if c.value_labels},
                missing_ranges={n: [{"lo": c.missing[0], "hi": c.missing[1]}] for n, c in named.items() if c.missing},
                variable_measure={name: column.measure for name, column in named.items()},
                variable_format={name: f"F8.{c.decimals}" for name, c in named.items() if not c.is_text},
            )
        except pyreadstat.ReadstatError as error:
            if not has_room(part.parent):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
            raise ExportFailed(path, str(error)) from error
        if not _holds(part, frame.shape):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    write_setup(path, named, say)


def _holds(part: Path, shape: tuple[int, int]) -> bool:
    """Whether a file can be read again with all its rows and columns: pyreadstat says nothing when the disk is full."""
    import pyreadstat

    try:
        return pyreadstat.read_sav(part)[0].shape == shape
    except pyreadstat.ReadstatError:
        return False


def _notes(facts: SurveyFacts, template: FormTemplate, names: Mapping[str, str], say: Speaker) -> list[str]:
    """Say what the labels have no room for."""
    texts = [
        f"{facts.name} {facts.round_name}",
        f"{template.template_id} {template.version}",
        say(RULE_WORDS[facts.index_rule]),
    ]
    for item in template.items():
        if item.kind is ItemKind.SINGLE and any(f"{n:g}" != value for value, n in numbered_options(item).items()):
            pairs = ", ".join(f"{number:g} = {value}" for value, number in numbered_options(item).items())
            texts.append(f"{names[item.item_id]}: {pairs}")
    return [line for text in texts for line in to_note(text)]
