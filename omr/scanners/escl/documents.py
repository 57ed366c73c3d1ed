"""The XML that eSCL scanners send and take. What comes is from anybody in the network, and is read as such."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from omr.scanners.devices import Colour, DeviceOptions, Profile, Sides, SourceOptions, dpis_between
from omr.scanners.faults import ScannerFault, Trouble

_MM_PER_UNIT = 25.4 / 300  # lengths are in 300ths of an inch
_LEAST_MM, _MOST_MM = 20.0, 2000.0
_MOST_DPI = 2400
_LONGEST_NAME = 100

_COLOURS: Mapping[str, Colour] = {
    "Grayscale8": Colour.GREY,
    "RGB24": Colour.COLOUR,
    "BlackAndWhite1": Colour.BLACK_WHITE,
}
_MODES: Mapping[Colour, str] = {colour: mode for mode, colour in _COLOURS.items()}
_SOURCES: Mapping[Sides, str] = {
    Sides.ONE_SIDED: "AdfSimplexInputCaps",
    Sides.TWO_SIDED: "AdfDuplexInputCaps",
    Sides.FLATBED: "PlatenInputCaps",
}
_FEEDER_TROUBLES: Mapping[str, Trouble] = {
    "ScannerAdfEmpty": Trouble.FEEDER_EMPTY,
    "ScannerAdfJam": Trouble.JAMMED,
    "ScannerAdfMispick": Trouble.JAMMED,
    "ScannerAdfHatchOpen": Trouble.COVER_OPEN,
    "ScannerAdfMultipickDetected": Trouble.DOUBLE_FEED,
    "ScannerAdfInputTrayFailed": Trouble.JAMMED,
    "ScannerAdfInputTrayOverloaded": Trouble.JAMMED,
    "ScannerAdfDuplexPageTooShort": Trouble.JAMMED,
    "ScannerAdfDuplexPageTooLong": Trouble.JAMMED,
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>2.0</pwg:Version>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
<pwg:Width>{width}</pwg:Width><pwg:Height>{height}</pwg:Height>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>{source}</pwg:InputSource>
<scan:ColorMode>{mode}</scan:ColorMode>
<scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
{duplex}</scan:ScanSettings>
"""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a scanner says of itself.

    Attributes:
        name: Maker and model; empty if it does not say.
        options: What it can do.
    """

    name: str
    options: DeviceOptions


@dataclass(frozen=True, slots=True)
class ScannerState:
    """How a scanner is.

    Attributes:
        is_idle: Whether it works for nobody.
        is_loaded: Whether it says that there is paper in its feeder.
        feeder: What is wrong with its feeder, which may be that it is empty; None if nothing, or if it does not say.
        jobs: State and reasons of its jobs, by the last part of their address.
    """

    is_idle: bool
    is_loaded: bool
    feeder: Trouble | None
    jobs: Mapping[str, str]


def read_capabilities(text: bytes) -> Capabilities:
    """Read ScannerCapabilities.

    Raises:
        ScannerFault: They cannot be understood, or name nothing that can be scanned.
    """
    root = _parsed(text, "ScannerCapabilities")
    sources = {}
    for sides, tag in _SOURCES.items():
        caps = next(_all(root, tag), None)
        source = _source_of(caps, root) if caps is not None else None
        if source is not None:
            sources[sides] = source
    if not sources:
        raise ScannerFault(Trouble.NOT_UNDERSTOOD, "no feeder and no glass")
    return Capabilities(_text(root, "MakeAndModel")[:_LONGEST_NAME], DeviceOptions(MappingProxyType(sources)))


def read_state(text: bytes) -> ScannerState:
    """Read a ScannerStatus.

    Raises:
        ScannerFault: It cannot be understood.
    """
    root = _parsed(text, "ScannerStatus")
    feeder = _text(root, "AdfState")
    state = next((each.text or "" for each in root if _name(each) == "State"), "")
    jobs = {}
    for job in _all(root, "JobInfo"):
        reasons = " ".join((each.text or "").strip() for each in _all(job, "JobStateReason"))
        jobs[_text(job, "JobUri").rstrip("/").rpartition("/")[2]] = f"{_text(job, 'JobState')} {reasons}"
    trouble = _FEEDER_TROUBLES.get(feeder)
    return ScannerState(state.strip() == "Idle", feeder == "ScannerAdfLoaded", trouble, MappingProxyType(jobs))


def settings_text(profile: Profile, options: DeviceOptions) -> bytes:
    """Return the ScanSettings of a job."""
    width_mm, height_mm = options.sources[profile.sides].size_mm(profile.paper)
    is_flat = profile.sides is Sides.FLATBED
    is_double = str(profile.sides is Sides.TWO_SIDED).lower()
    return _SETTINGS.format(
        width=int(width_mm / _MM_PER_UNIT + 0.01),  # not a unit more than it can
        height=int(height_mm / _MM_PER_UNIT + 0.01),
        source="Platen" if is_flat else "Feeder",
        mode=_MODES[profile.colour],
        dpi=profile.dpi,
        duplex="" if is_flat else f"<scan:Duplex>{is_double}</scan:Duplex>\n",
    ).encode()


def _source_of(caps: etree._Element, root: etree._Element) -> SourceOptions | None:
    profiles = [_referred(profile, root) for profile in _all(caps, "SettingProfile")]
    modes = {(each.text or "").strip() for profile in profiles for each in _all(profile, "ColorMode")}
    colours = tuple(colour for mode, colour in _COLOURS.items() if mode in modes)
    dpis = sorted({dpi for profile in profiles for dpi in _dpis_of(profile)})
    width_mm, height_mm = (_number(caps, tag) * _MM_PER_UNIT for tag in ("MaxWidth", "MaxHeight"))
    is_sound = all(_LEAST_MM <= length_mm <= _MOST_MM for length_mm in (width_mm, height_mm))
    return SourceOptions(tuple(dpis), colours, width_mm, height_mm) if colours and dpis and is_sound else None


def _referred(profile: etree._Element, root: etree._Element) -> etree._Element:
    """Return the profile that another one names instead of saying the same again."""
    ref = profile.get("ref")
    named = (each for each in _all(root, "SettingProfile") if ref and each.get("name") == ref)
    return next(named, profile)


def _dpis_of(profile: etree._Element) -> Iterator[int]:
    for discrete in _all(profile, "DiscreteResolution"):
        across, down = (_number(discrete, tag) for tag in ("XResolution", "YResolution"))
        if across == down and 50 <= across <= _MOST_DPI:
            yield round(across)
    for bounds in _all(profile, "XResolutionRange"):
        least, most = _number(bounds, "Min"), min(_number(bounds, "Max"), _MOST_DPI)
        if 0 < least <= most:
            yield from dpis_between(least, most)


def _parsed(text: bytes, root_name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ScannerFault(Trouble.NOT_UNDERSTOOD, str(error)[:200]) from error
    if root.getroottree().docinfo.doctype or _name(root) != root_name:
        raise ScannerFault(Trouble.NOT_UNDERSTOOD, f"no {root_name}")
    return root


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in element.iter() if _name(each) == name)


def _name(element: etree._Element) -> str:
    """Return a name without its namespace, about which scanners do not agree."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(element: etree._Element, name: str) -> str:
    return next(((each.text or "").strip() for each in _all(element, name)), "")


def _number(element: etree._Element, name: str) -> float:
    try:
        return float(_text(element, name)[:20])
    except ValueError:
        return 0.0
