"""Where the parts that are not Python lie: in a checkout, or inside the installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent

DEFAULT_DATASET = Path("data/nottinghamshire")


def get_ontology_dir() -> Path:
    """The folder of the ontology's Turtle files (`ontology/`)."""
    return _get_shipped_dir("ontology")


def get_shapes_dir() -> Path:
    """The folder of the ontology's shapes (`ontology/shapes/`)."""
    return get_ontology_dir() / "shapes"


def get_queries_dir() -> Path:
    """The folder of the canned queries and checks (`queries/`)."""
    return _get_shipped_dir("queries")


def _get_shipped_dir(name: str) -> Path:
    """A folder of the wheel (`pcgraph/<name>`) or, in a checkout, of its top level."""
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
