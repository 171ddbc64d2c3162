"""From texts to mentions and proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from pcgraph.documents import Document
from pcgraph.extract.mention import Mention
from pcgraph.extract.names.acronyms import Definition
from pcgraph.extract.names.coordinated import PairIndex, add_coordinated
from pcgraph.extract.names.force import Area, learn_area
from pcgraph.extract.names.forms import Form, FormIndex, to_form
from pcgraph.extract.names.gather import THRESHOLD, Candidate, gather, to_key
from pcgraph.extract.names.knowledge import Knowledge
from pcgraph.extract.names.nested import iter_nested
from pcgraph.extract.names.own import iter_own
from pcgraph.extract.names.pairs import learn_pairs
from pcgraph.extract.names.place import Place, to_place
from pcgraph.extract.names.proposals import to_force_row, to_office_row, to_row, to_unique_ids
from pcgraph.extract.names.read import iter_sightings
from pcgraph.extract.names.register import Own, drop_redefined, find_alike, find_own, find_rejected, iter_forms
from pcgraph.extract.names.shortened import count_runs, cut_schemes, iter_shortened
from pcgraph.extract.names.spelt import iter_defined, iter_spelt, iter_topical, learn_acronyms, read_definitions
from pcgraph.extract.texts import Text
from pcgraph.model import Row

Marks = list[list[bool]]
"""Of each text's words, whether they stand in a name."""


def find_in_texts(
    texts: Sequence[Text], register: Sequence[Row], document: Document
) -> tuple[list[Mention], list[Row]]:
    """The mentions in texts, and rows of what the register does not hold."""
    area = learn_area(line.text for line in document.lines)
    places = [to_place(number, text.words) for number, text in enumerate(texts)]
    barred: Marks = [[False] * len(place.words) for place in places]
    definitions = read_definitions(places)
    forms = drop_redefined(list(iter_forms(register)), definitions)
    known = list(_iter_formed(texts, places, FormIndex(forms), barred))
    unknown = [one for one in definitions if not _is_barred(one, places, barred)]
    candidates = _recognise(texts, places, area, unknown, barred, find_rejected(register))
    named = _name(candidates, register, forms)
    new = [form for entity, candidate in named for form in _iter_candidate_forms(entity, candidate)]
    new += _iter_short_forms(named, area)
    found = list(_iter_formed(texts, places, FormIndex(new), barred))
    found = add_coordinated([*known, *found], texts, places, PairIndex([*forms, *new], area.words))
    by_text = {id(text): place for text, place in zip(texts, places, strict=True)}
    found += list(iter_nested(found, by_text, FormIndex([*forms, *new])))
    found += _iter_own(texts, places, area, barred, find_own(register))
    order = {id(text): number for number, text in enumerate(texts)}
    mentions = sorted(found, key=lambda one: (order[id(one.text)], one.start, -one.end))
    _add_aliases(named, {(one.entity, one.surface) for one in mentions}, area)
    return mentions, _to_rows(named, Counter(one.entity for one in mentions), area, register)


def _iter_formed(texts: Sequence[Text], places: Sequence[Place], index: FormIndex, barred: Marks) -> Iterator[Mention]:
    """Mentions by known spellings; their words are barred from then on."""
    for place, text, bars in zip(places, texts, barred, strict=True):
        for found in list(index.find(place.words, bars)):
            bars[found.first : found.last] = [True] * (found.last - found.first)
            start, end = found.get_span(place.words)
            yield Mention(text, start, end, found.form.entity, found.form.kind)


def _recognise(
    texts: Sequence[Text],
    places: Sequence[Place],
    area: Area,
    definitions: Sequence[Definition],
    barred: Marks,
    rejected: set[str],
) -> list[Candidate]:
    """What the texts name beside what the register knows, and is sure enough to be proposed."""
    acronyms = learn_acronyms(definitions, places, area)
    sightings = [*iter_defined(definitions, places, acronyms), *iter_topical(definitions, places, acronyms)]
    pairs = learn_pairs([place.words for place in places], area.words)
    sightings += iter_sightings(places, texts, Knowledge(area, dict(acronyms), pairs), barred)
    for one, kind in iter_spelt([one for one in definitions if acronyms[one.acronym] == "none"], sightings):
        acronyms[one.acronym] = kind
    spelt = [one for one in definitions if acronyms[one.acronym] != "none"]
    kept = [one for one in cut_schemes(sightings) if to_key(one.name) not in rejected]
    candidates = gather(kept, {to_key(one.acronym): to_key(one.name) for one in reversed(spelt)}, area.words)
    short = {to_key(one.name): one.acronym for one in reversed(spelt)}
    for candidate in candidates:
        candidate.acronym = next((short[key] for key in sorted(candidate.keys) if key in short), "")
    return [one for one in candidates if one.score >= THRESHOLD]


def _is_barred(one: Definition, places: Sequence[Place], barred: Marks) -> bool:
    """Whether the register knows the acronym or the long name of a definition."""
    pairs = zip(places[one.text].words, barred[one.text], strict=True)
    return any(bar and _is_within(word.start, one) for word, bar in pairs)


def _is_within(offset: int, one: Definition) -> bool:
    return one.start <= offset < one.end or one.short[0] <= offset < one.short[1]


def _name(
    candidates: Sequence[Candidate], register: Sequence[Row], forms: Sequence[Form]
) -> list[tuple[str, Candidate]]:
    """Each candidate with its entity's id: the register's, where it is a misprint of one of its names."""
    ids = to_unique_ids(candidates, [row["id"] for row in register])
    alike = find_alike([one.name for one in candidates], forms)
    return [
        (alike[one.name].entity if one.name in alike else new, one) for new, one in zip(ids, candidates, strict=True)
    ]


def _iter_candidate_forms(entity: str, candidate: Candidate) -> Iterator[Form]:
    for spelling in (*candidate.spellings, *filter(None, [candidate.acronym])):
        yield to_form(spelling, entity, candidate.kind)


def _iter_short_forms(named: Sequence[tuple[str, Candidate]], area: Area) -> Iterator[Form]:
    """Short forms that can only mean one of the names found."""
    counts = count_runs(candidate for _, candidate in named)
    for entity, candidate in named:
        for printed in iter_shortened(candidate, area.words):
            if counts[printed] == 1:
                yield to_form(printed, entity, candidate.kind)


def _add_aliases(named: Sequence[tuple[str, Candidate]], seen: Set[tuple[str, str]], area: Area) -> None:
    """Note the short forms that the texts use, so that later documents know them from the register."""
    for entity, candidate in named:
        candidate.shortened = [
            printed for printed in iter_shortened(candidate, area.words) if (entity, printed) in seen
        ]


def _iter_own(texts: Sequence[Text], places: Sequence[Place], area: Area, barred: Marks, own: Own) -> Iterator[Mention]:
    """Mentions of the force and the commissioner's office."""
    for place, text, bars in zip(places, texts, barred, strict=True):
        for start, end, is_office in iter_own(place, area, bars):
            yield Mention(text, start, end, own.office if is_office else own.force, "organisation")


def _to_rows(
    named: Sequence[tuple[str, Candidate]], counts: Mapping[str, int], area: Area, register: Sequence[Row]
) -> list[Row]:
    known = {row["id"] for row in register}
    rows = [to_row(entity, one, counts[entity]) for entity, one in named if entity not in known and entity in counts]
    if "force" in counts and "force" not in known:
        rows.append(to_force_row(area, counts["force"]))
    if "opcc" in counts and "opcc" not in known:
        rows.append(to_office_row(counts["opcc"]))
    return sorted(rows, key=lambda row: row["id"])
