"""The digest of a dataset's tables and rules: by it, what a panel saw can be made again."""

from __future__ import annotations

from hashlib import sha256

from pcgraph.check.rule_file import read_rule_text
from pcgraph.check.rules import PROFILE_NAME, WAIVERS_NAME, find_rule_file
from pcgraph.model import TABLES
from pcgraph.tables import Dataset
from pcgraph.tables.write import to_csv

_LENGTH = 16


def digest_dataset(dataset: Dataset) -> str:
    """A digest over the rows of every table, as they are written, and over the office's rules for the checks.

    It does not depend on where the dataset lies, on line ends, nor on the order of rows in a file;
    the graph's own digest also covers the source documents at hand, which a paper does not use.
    """
    digest = sha256(dataset.base.encode())
    for table in TABLES:
        digest.update(f"\0{table.name}\0{to_csv(table, dataset.tables[table.name])}".encode())
    for name in (PROFILE_NAME, WAIVERS_NAME):
        if file := find_rule_file(None, dataset.path, name):
            digest.update(f"\0{name}\0{read_rule_text(file)}".encode())
    return digest.hexdigest()[:_LENGTH]
