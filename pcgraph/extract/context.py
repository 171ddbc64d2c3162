"""What an extractor may know beside the document itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pcgraph.documents import Document
from pcgraph.errors import DocumentError
from pcgraph.model import Row


@dataclass(frozen=True, slots=True)
class Context:
    """What the user and the dataset add to a document.

    Attributes:
        plan: The plan that the user names for the document, or "".
        plans: The ids of the dataset's plans that stand at the top.
        keep_duplicates: Whether an item number that stands twice is kept, as an anomaly.
        register: The dataset's entities that a person has seen, for the names in the document.
        layouts: The folder of the office's own layouts of trackers.
    """

    plan: str = ""
    plans: tuple[str, ...] = ()
    keep_duplicates: bool = False
    register: tuple[Row, ...] = ()
    layouts: Path | None = None

    def get_plan(self, document: Document, found: str) -> str:
        """The plan that a document belongs to.

        A span that the document prints counts as the dataset's plan that contains it.

        Args:
            document: For the message.
            found: The span that the document prints, or "".

        Raises:
            DocumentError: There is neither.
        """
        if self.plan:
            return self.plan
        containing = [plan for plan in self.plans if found and _contains(plan, found)]
        if containing:
            return containing[0]
        if found:
            return found
        if len(self.plans) == 1:
            return self.plans[0]
        raise DocumentError(
            f"{document.filename} prints no years of its plan, such as (2018-21).",
            hint="Say which plan it belongs to, for example --plan 2018-21.",
        )


def _contains(plan: str, span: str) -> bool:
    return plan[2:4] <= span[2:4] and span[-2:] <= plan[-2:]
