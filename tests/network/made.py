"""Made-up networks: small ones to be worked out by hand, and a large one that is the same every time."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pcgraph.network.parts import Helped, Part, Parts, Proof, Thing


def make_parts(helping: Mapping[str, Sequence[str]], *, role: str = "delivers") -> Parts:
    """Partners by name, each with the numbers of its deliverables such as `T1.2`, all of the plan 2020."""
    things = {name: Thing(name, name.lower(), "Partner", name, order=name) for name in helping}
    codes = sorted({code for codes in helping.values() for code in codes})
    for code in codes:
        theme = f"2020/{code.partition('.')[0]}"
        things[f"2020/{code}"] = Thing(
            f"2020/{code}", f"2020/{code}", "Deliverable", f"Words of {code}", theme, "2020", code
        )
    parts = tuple(
        Part(name, f"2020/{code}", (Proof("report", str(place), role, "current", deliverable=f"2020/{code}"),))
        for place, name in enumerate(sorted(helping), start=1)
        for code in helping[name]
    )
    return Parts("all", ("report",), things, parts, (), (), (), (), (), ())


def add_outcomes(parts: Parts, helped: Mapping[str, Sequence[str]]) -> Parts:
    """Parts with judgements besides: the outcomes that each deliverable helps."""
    names = {outcome for outcomes in helped.values() for outcome in outcomes}
    things = {
        name: Thing(name, f"2020/{name}", "Outcome", f"Words of {name}", "2020/T1", "2020", name) for name in names
    }
    judged = tuple(
        Helped(f"2020/{code}", outcome, "primary", (), "high", "proposed", is_agreed=False)
        for code, outcomes in helped.items()
        for outcome in outcomes
    )
    return replace(parts, things={**parts.things, **things}, contributions=judged)


TWO_TABLES = {
    "Ash": ["T1.1", "T1.5"],
    "Birch": ["T1.1", "T1.5"],
    "Cedar": ["T1.1", "T1.5", "T1.2"],
    "Dogwood": ["T1.2", "T2.3"],
    "Elm": ["T2.3"],
    "Fir": ["T2.3"],
    "Gorse": ["T2.4"],
}
"""Two tables of three partners; Cedar and Dogwood alone link them; Gorse sits alone.

    T1.1 and T1.5: Ash, Birch, Cedar    T1.2: Cedar, Dogwood    T2.3: Dogwood, Elm, Fir    T2.4: Gorse

Ties in Newman's weighting: at a table of three each pair has 1/2 a deliverable, at one of two 1.

    Ash-Birch, Ash-Cedar, Birch-Cedar 1/2 + 1/2 = 1    Cedar-Dogwood 1
    Dogwood-Elm, Dogwood-Fir, Elm-Fir 1/2              seven ties, 5.5 together
"""


def make_large(*, partners: int, deliverables: int, links: int, areas: int) -> Parts:
    """Many partners of several areas, a few of them in all areas, some much busier than others."""
    source = random.Random(6)  # noqa: S311
    common = max(1, partners // 100)
    own = (partners - common) // areas
    weights = [1 / (place + 1) ** 0.6 for place in range(own)]
    helping: dict[str, set[str]] = {}
    while sum(map(len, helping.values())) < links:
        for _ in range(links // 10):
            area = source.randrange(areas)
            code = f"T{area + 1}.{source.randrange(deliverables // areas) + 1}"
            is_common = source.random() < 0.06
            number = source.randrange(common) if is_common else source.choices(range(own), weights)[0]
            helping.setdefault(f"{'All' if is_common else f'Area {area + 1:02}'} {number + 1:04}", set()).add(code)
    return make_parts({name: sorted(codes) for name, codes in helping.items()})
