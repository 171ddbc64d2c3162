"""What an office decides about the checks: its profile and its accepted exceptions, read together."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pcgraph.check.known import load_checks
from pcgraph.check.profile import Profile, parse_profile
from pcgraph.check.rule_file import read_rule_text
from pcgraph.check.waivers import Waiver, parse_waivers
from pcgraph.errors import CallError
from pcgraph.store.base import Store

PROFILE_NAME = "profile.toml"
WAIVERS_NAME = "waivers.csv"

_PROFILE_BYTES = 20_000
"""Many times what rules for every check take; a reader of TOML is slow where keys nest thousands deep."""

_IDENTIFIERS = """PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?id WHERE { ?thing dcterms:identifier ?id }
"""


class Rules(NamedTuple):
    """A profile and the accepted exceptions.

    Attributes:
        profile: The checks' severities and limits, and which are off.
        waivers: The accepted exceptions, in the file's order.
    """

    profile: Profile = Profile()
    waivers: tuple[Waiver, ...] = ()


def find_rule_file(given: Path | None, dataset: Path, name: str) -> Path | None:
    """The file that was given, or the one of that name in the dataset's folder where it exists."""
    if given is not None:
        return given
    beside = dataset / name
    return beside if beside.exists() else None


def read_rules(store: Store, profile: Path | None, waivers: Path | None, *, directory: Path | None = None) -> Rules:
    """Read a profile and a waivers file.

    Args:
        store: The graph in which the accepted exceptions' things must be.
        profile: The profile's file, or None for none.
        waivers: The file of the accepted exceptions, or None for none.
        directory: The folder of the queries; the shipped one when not given.

    Raises:
        CallError: A file cannot be read, or there are faults: all those of both files at once,
            each with file and line or row.
    """
    known = load_checks(directory)
    rules, excused, faults = Profile(), tuple[Waiver, ...](), list[str]()
    if profile is not None:
        rules, faults = parse_profile(read_rule_text(profile, max_bytes=_PROFILE_BYTES), profile.name, known)
    if waivers is not None:
        entities = {str(row[0]) for row in store.select(_IDENTIFIERS).rows}
        excused, found = parse_waivers(read_rule_text(waivers), waivers.name, known, entities)
        faults += found
    if faults:
        files = " and ".join(file.name for file in (profile, waivers) if file is not None)
        noun = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise CallError(f"{noun} in {files}.", hint="Nothing was checked. Mend what stands above.", details=faults)
    return Rules(rules, excused)
