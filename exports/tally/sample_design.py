"""From which units the responses of a survey were drawn, and out of how many transactions of each."""

from collections.abc import Sequence
from math import inf

import numpy as np

from exports.tally.answer_table import AnswerTable
from exports.tally.statistics.linearised import SampleDesign
from omr.units.unit_list import Unit


def design_of(table: AnswerTable, units: Sequence[Unit]) -> SampleDesign:
    """Return the design in which each unit that responses name is a stratum of its own, listed or not.

    Its transactions are the people it was drawn from where they are told and not below its valid responses.
    """
    codes = [response.unit for response in table.responses]
    numbers = {code: number for number, code in enumerate(dict.fromkeys(codes))}
    strata = np.array([numbers[code] for code in codes], dtype=np.intp)
    sizes = np.bincount(strata, table.is_valid.to_numpy(), len(numbers)).astype(np.intp)
    told = {unit.code: unit.transactions for unit in units if unit.transactions is not None}
    populations = np.array([told.get(code, inf) for code in numbers], dtype=np.float64)
    return SampleDesign(strata, sizes, np.where(populations < sizes, inf, populations))
