"""The table of cues: it fits the catalogue, and names no force."""

from __future__ import annotations

from pathlib import Path

import pcgraph.ask
from pcgraph.ask.cues import load_cues
from pcgraph.ask.register import ENTITY_WORDS, TYPES, Register
from pcgraph.query.catalogue import load_catalogue
from tests.ask.conftest import load_store
from tests.conftest import REAL_DATA

TABLE = Path(pcgraph.ask.__file__).with_name("cues.toml")


def test_table_names_only_queries_and_parameters_that_there_are() -> None:
    cues, queries = load_cues(), load_catalogue().queries
    assert set(cues.asks) <= set(queries)
    assert cues.bare in queries
    for rule in cues.choices:
        name, _, parameter = rule.partition(".")
        assert [item.name for item in queries[name].params if item.choices].count(parameter) == 1, rule
    assert set(cues.kinds) <= {item.name for query in queries.values() for item in query.params}


def test_table_has_a_word_for_every_kind_of_thing() -> None:
    cues = load_cues()
    kinds = {kind for _, kind in TYPES.values()} | set(ENTITY_WORDS.values()) - {"office"}
    assert kinds <= set(cues.concepts.values())
    assert cues.plain <= set(cues.concepts.values())


def test_table_holds_each_way_of_asking_once() -> None:
    asks = [text for ways in load_cues().asks.values() for text in ways]
    assert len(asks) - len(set(asks)) <= 2


def test_table_names_no_partner_programme_or_place_of_the_shipped_data() -> None:
    text = TABLE.read_text(encoding="utf-8").casefold()
    entities = [name for name in Register(load_store(REAL_DATA)).names if name.value.type == "Entity"]
    told = [name.text for name in entities if " " in name.text and name.text.casefold() in text]
    assert told in ([], ["Police and Crime Commissioner"])
    assert "nottingham" not in text
    assert "notts" not in text
