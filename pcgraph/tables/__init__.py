"""The dataset's CSV tables: reading and checking them, writing them atomically, merging by key."""

from pcgraph.tables.dataset import Dataset, read_dataset

__all__ = ["Dataset", "read_dataset"]
