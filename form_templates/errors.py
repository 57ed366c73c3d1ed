"""What can be wrong with a form template, each with its place.

FormTemplateError
├── TemplateError   the files of a template hold mistakes; carries every one of them
└── PrintError      the template is sound but cannot be printed as asked
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from form_templates.facts import Fact
from form_templates.text_files import shortened


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake in a template.

    Attributes:
        path: The file that holds it.
        place: Where in the file: ``line 12``, ``line 40: section[2].item[3] "c07"``; may be empty.
        message: What is wrong, one sentence.
    """

    path: Path
    place: str
    message: str

    def __str__(self) -> str:
        """Return the finding as one line of text."""
        where = f"{self.path}, {self.place}" if self.place else f"{self.path}"
        return f"{where}: {self.message}"


class FormTemplateError(Exception):
    """Something about a form template stops the work."""


class TemplateError(FormTemplateError):
    """The files of a template hold mistakes.

    Attributes:
        findings: All of them, in the order of the file.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


class PrintError(FormTemplateError):
    """A template cannot be printed as asked.

    Attributes:
        template_id: The template.
        reason: Why, one sentence.
    """

    def __init__(self, template_id: str, reason: str) -> None:
        super().__init__(f"{template_id}: {reason}")
        self.template_id = template_id
        self.reason = reason


@dataclass(slots=True)
class FindingList:
    """Collects findings about one file, so that all of them are reported at once.

    Attributes:
        path: The file.
        lines: Line number by key path, as ``toml_files.find_places`` returns it; may be empty.
        findings: What was collected so far.
    """

    path: Path
    lines: Mapping[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, key_path: str, message: str, name: str = "") -> None:
        """Note a mistake at ``key_path``; ``name`` is the id of the thing there, if it has one."""
        self._note(self._line_of(key_path), f'{key_path} "{shortened(name)}"' if name else key_path, message)

    def add_at_line(self, line: int, message: str) -> None:
        """Note a mistake on a line; 0 for one of the whole file."""
        self._note(line, "", message)

    def raise_if_any(self) -> None:
        """Raise TemplateError if anything was found."""
        if self.findings:
            raise TemplateError(tuple(self.findings))

    def _note(self, line: int, key_path: str, message: str) -> None:
        if line and key_path:
            place: str = Fact("line {line}: {place}", line=line, place=key_path)
        else:
            place = Fact("line {line}", line=line) if line else key_path
        self.findings.append(Finding(self.path, place, message))

    def _line_of(self, key_path: str) -> int:
        """Return the line of the key, else of the nearest thing around it; 0 if none is known."""
        while key_path:
            if key_path in self.lines:
                return self.lines[key_path]
            key_path = key_path[: max(key_path.rfind("."), key_path.rfind("["), 0)]
        return 0
