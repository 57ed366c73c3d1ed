"""Edits and forms -> plain values that JSON can hold, and back.

A value is written by the names of its fields; those that have their defaults are left out. Readers take nothing that
the types do not say, so that a damaged or newer journal is told instead of done.
"""

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from form_templates.editing.edit import Edit
from form_templates.editing.errors import UnknownEdit
from form_templates.editing.operations.catalogue import EDITS
from form_templates.facts import Fact
from form_templates.model import FormTemplate
from form_templates.text_files import shortened

VERSION = 1
"""Of what is written; an operation that means something else from now on, or a field without a default, counts up."""

_KIND = "edit"
_VERSION = "v"
_MOST_NESTED = 8  # edits done as one, in edits done as one

_Readers: TypeAlias = tuple[tuple[str, Callable[[Any, int], Any], bool], ...]
_Member = TypeVar("_Member", bound=StrEnum)


def as_dict(edit: Edit) -> dict[str, Any]:
    """Return an edit as plain values."""
    return {_KIND: edit.kind, _VERSION: VERSION, **_written_fields(edit)}


def from_dict(values: Mapping[str, Any]) -> Edit:
    """Return the edit that plain values describe.

    Raises:
        UnknownEdit: They describe none that this program knows.
    """
    return _read_edit(values, 0)


def form_as_dict(template: FormTemplate) -> dict[str, Any]:
    """Return a whole form, pages and all, as plain values."""
    return {_VERSION: VERSION, **_written_fields(template)}


def form_from_dict(values: Mapping[str, Any]) -> FormTemplate:
    """Return the form that plain values describe.

    Raises:
        UnknownEdit: They describe no form.
    """
    table = _table(values)
    _check_version(table.pop(_VERSION, None))
    return _read_fields(FormTemplate, table, 0)


def _written_fields(value: Any) -> dict[str, Any]:
    found = (
        (name, getattr(value, name), default) for name, default in _defaults(cast("Hashable", type(value))).items()
    )
    return {name: _written(each) for name, each, default in found if default is MISSING or each != default}


def _written(value: Any) -> Any:
    if isinstance(value, Edit):
        return as_dict(value)
    if is_dataclass(value) or hasattr(value, "_fields"):
        return _written_fields(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.value if isinstance(value, StrEnum) else value


def _read_edit(values: Any, depth: int) -> Edit:
    table = _table(values)
    _check_version(table.pop(_VERSION, None))
    kind = table.pop(_KIND, None)
    edit = EDITS.get(kind) if isinstance(kind, str) else None
    if edit is None or depth > _MOST_NESTED:
        raise UnknownEdit(Fact('there is no operation "{name}"', name=shortened(kind)))
    return _read_fields(edit, table, depth)


def _table(values: Any) -> dict[str, Any]:
    if not isinstance(values, Mapping):
        raise UnknownEdit(Fact("must be {wanted}", wanted=Fact("a table")))
    return dict(values)


def _check_version(version: Any) -> None:
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise UnknownEdit(
            Fact("it was written by a newer version of the program ({version})", version=shortened(version))
        )


def _read_fields(wanted: type[Any], table: dict[str, Any], depth: int) -> Any:
    found: dict[str, Any] = {}
    for name, read, is_required in _readers(cast("Hashable", wanted)):
        if name in table:
            found[name] = read(table.pop(name), depth)
        elif is_required:
            raise UnknownEdit(Fact('"{key}" is missing', key=name))
    if table:
        raise UnknownEdit(Fact('"{key}" is not known', key=shortened(next(iter(table)))))
    return wanted(**found)


@cache
def _readers(wanted: Hashable) -> _Readers:
    """Return for each field of a class its name, what reads it, and whether it must be there."""
    hints = get_type_hints(cast("Any", wanted))
    defaults = _defaults(wanted)
    return tuple((name, _reader(hints[name]), default is MISSING) for name, default in defaults.items())


@cache
def _defaults(wanted: Hashable) -> Mapping[str, Any]:
    """Return the fields of a dataclass or a named tuple with their defaults, ``MISSING`` where there is none."""
    record = cast("Any", wanted)
    if is_dataclass(record):
        return {each.name: each.default for each in fields(record)}
    return {name: record._field_defaults.get(name, MISSING) for name in record._fields}


def _reader(hint: Any) -> Callable[[Any, int], Any]:
    """Return what reads values of a type."""
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    if get_origin(hint) in (UnionType, Union):
        inner = _reader(next(each for each in get_args(hint) if each is not NoneType))
        return lambda value, depth: None if value is None else inner(value, depth)
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return lambda value, depth: tuple(inner(each, depth) for each in _list(value))
    if get_origin(hint) is frozenset:
        inner = _reader(get_args(hint)[0])
        return lambda value, depth: frozenset(inner(each, depth) for each in _list(value))
    if hint is Edit:
        return lambda value, depth: _read_edit(value, depth + 1)
    if is_dataclass(hint) or hasattr(hint, "_fields"):
        return lambda value, depth: _read_fields(cast("type[Any]", hint), _table(value), depth)
    if issubclass(hint, StrEnum):
        return lambda value, _depth: _member(hint, value)
    return {str: _string, int: _integer, float: _number, bool: _flag}[hint]


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _is_not(Fact("a list"))
    return value


def _member(kind: type[_Member], value: Any) -> _Member:
    try:
        return kind(value)
    except ValueError as error:
        raise UnknownEdit(Fact('"{key}" is not known', key=shortened(value))) from error


def _string(value: Any, _depth: int) -> str:
    if not isinstance(value, str):
        raise _is_not(Fact("a text in quotes"))
    return value


def _integer(value: Any, _depth: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _is_not(Fact("a whole number"))
    return value


def _number(value: Any, _depth: int) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise _is_not(Fact("a number"))
    return float(value)


def _flag(value: Any, _depth: int) -> bool:
    if not isinstance(value, bool):
        raise _is_not(Fact("true or false"))
    return value


def _is_not(wanted: Fact) -> UnknownEdit:
    return UnknownEdit(Fact("must be {wanted}", wanted=wanted))
