"""The page of findings: what the network of partners shows, in a dataset's `README.md` between two marks.

Run `python -m pcgraph.network.docs` after a change of the tables; a test compares the two.
"""

from pcgraph.network.docs.page import to_findings_page
from pcgraph.network.docs.write import write_findings

__all__ = ["to_findings_page", "write_findings"]
