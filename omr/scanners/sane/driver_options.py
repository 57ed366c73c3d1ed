"""What ``scanimage --all-options`` says of a driver, and the arguments by which it is told a profile."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from omr.scanners.devices import Colour, DeviceOptions, Profile, Sides, SourceOptions, dpis_between
from omr.scanners.faults import ScannerFault, Trouble

_OPTION = re.compile(r"^ {4}(?:--?)([A-Za-z0-9-]+)(?:\[=\(([^)]*)\)\]| ([^\[]*?))?(?: ?\(in [^)]*\))? \[([^\]]*)\]")
_BOUNDS = re.compile(r"(-?[\d.]+)\.\.(-?[\d.]+)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNSET = ("inactive", "read-only")
_TWO_SIDED = re.compile(r"duplex|both|two.?sided|double", re.IGNORECASE)
_FEEDER = re.compile(r"adf|feed|auto", re.IGNORECASE)
_FLAT = re.compile(r"flat|platen|normal|glass", re.IGNORECASE)
_BACK = re.compile(r"back|rear", re.IGNORECASE)
_COLOURS: Mapping[Colour, re.Pattern[str]] = {
    Colour.GREY: re.compile(r"gr[ae]y", re.IGNORECASE),
    Colour.COLOUR: re.compile(r"colou?r", re.IGNORECASE),
    Colour.BLACK_WHITE: re.compile(r"lineart|black|binary|mono|threshold", re.IGNORECASE),
}
_SIDE_OPTIONS = ("adf-mode", "duplex", "sides", "scan-side")
_A4_MM = (210.0, 297.0)
_MOST_MM = 2000.0


@dataclass(frozen=True, slots=True)
class DriverOption:
    """An option of a driver.

    Attributes:
        choices: What it can be; empty where that is a number between bounds.
        bounds: The least and the greatest; None where it has choices.
    """

    choices: tuple[str, ...]
    bounds: tuple[float, float] | None


class DriverOptions:
    """The options that can be set, by their names; those that are inactive are none.

    Args:
        text: What ``scanimage --all-options`` writes.
    """

    def __init__(self, text: str) -> None:
        self._options = dict(_options_in(text))

    def described(self) -> DeviceOptions:
        """Return them in everybody's words.

        Raises:
            ScannerFault: They name nothing that can be scanned.
        """
        source = SourceOptions(self._dpis(), tuple(self._modes()), self._length_mm("x", 0), self._length_mm("y", 1))
        sides = [
            each for each in (Sides.ONE_SIDED, Sides.TWO_SIDED, Sides.FLATBED) if self._source_of(each) is not None
        ]
        if not sides or not source.dpis or not source.colours:
            raise ScannerFault(Trouble.NOT_UNDERSTOOD, "no source, resolution or mode")
        return DeviceOptions(MappingProxyType(dict.fromkeys(sides, source)))

    def arguments(self, profile: Profile) -> list[str]:
        """Return how the driver is told a profile; of what it has no option for it is not told."""
        wanted = list(self._source_of(profile.sides) or ())
        modes = self._modes()
        if modes.get(profile.colour):
            wanted.append(f"--mode={modes[profile.colour]}")
        if "resolution" in self._options:
            wanted.append(f"--resolution={profile.dpi}")
        size_mm = self.described().sources[profile.sides].size_mm(profile.paper)
        for names, length_mm in zip((("page-width", "x"), ("page-height", "y")), size_mm, strict=True):
            for name in filter(self._options.__contains__, names):
                wanted += [f"--{name}={length_mm:g}"] if len(name) > 1 else [f"-{name}", f"{length_mm:g}"]
        return wanted

    def _source_of(self, sides: Sides) -> Sequence[str] | None:
        """Return the arguments for a source; None if there is none."""
        sources = self._choices("source")
        feeders = [name for name in sources if _FEEDER.search(name) and not _BACK.search(name)]
        if sides is Sides.FLATBED:
            flat = next((name for name in sources if _FLAT.search(name)), None)
            return [f"--source={flat}"] if flat else None if sources else []
        two_sided = [name for name in sources if _TWO_SIDED.search(name)]
        one_sided = [name for name in feeders if name not in two_sided]
        if sides is Sides.TWO_SIDED and two_sided:
            return [f"--source={two_sided[0]}"]
        side_option = self._side_option(is_double=sides is Sides.TWO_SIDED)
        if not one_sided or (side_option is None and sides is Sides.TWO_SIDED):
            return None
        return [f"--source={one_sided[0]}", *filter(None, [side_option])]

    def _side_option(self, *, is_double: bool) -> str | None:
        """Return the argument of the option beside the source that says whether both sides are scanned."""
        for name in _SIDE_OPTIONS:
            choices = self._choices(name)
            if set(choices) >= {"yes", "no"}:
                return f"--{name}={'yes' if is_double else 'no'}"
            if any(map(_TWO_SIDED.search, choices)):
                fitting = [each for each in choices if bool(_TWO_SIDED.search(each)) == is_double]
                return f"--{name}={fitting[0]}" if fitting else None
        return None

    def _modes(self) -> Mapping[Colour, str]:
        """Return the name of each mode; a driver without that option scans grey, as far as we know."""
        modes = self._choices("mode")
        found = {colour: next(filter(each.search, modes), "") for colour, each in _COLOURS.items()}
        return {colour: name for colour, name in found.items() if name} if modes else {Colour.GREY: ""}

    def _dpis(self) -> tuple[int, ...]:
        option = self._options.get("resolution")
        if option is None:
            return ()
        if option.bounds is not None:
            return dpis_between(*option.bounds)
        found = (_NUMBER.match(choice) for choice in option.choices)
        return tuple(sorted({round(float(each.group())) for each in found if each and float(each.group()) >= 50}))

    def _length_mm(self, name: str, index: int) -> float:
        option = self._options.get(name)
        most_mm = option.bounds[1] if option is not None and option.bounds is not None else _A4_MM[index]
        return min(most_mm, _MOST_MM)

    def _choices(self, name: str) -> tuple[str, ...]:
        option = self._options.get(name)
        return option.choices if option is not None else ()


def _options_in(text: str) -> Iterator[tuple[str, DriverOption]]:
    for line in text.splitlines():
        found = _OPTION.match(line)
        if found is None or found[4] in _UNSET:
            continue
        values = (found[2] or found[3] or "").strip()
        bounds = _BOUNDS.match(values)
        if bounds:
            yield found[1], DriverOption((), (float(bounds[1]), float(bounds[2])))
        else:
            yield found[1], DriverOption(tuple(filter(None, values.split("|"))), None)
