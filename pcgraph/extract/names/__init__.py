"""Recognition of entities: which words of a document's texts are names, of what, and how sure that is.

Names come from the register, where it holds them, and from the document's own manner of writing:
acronyms that it spells out, heads of names, lists, and the words beside a name. Nothing here knows
a force or a county; the tables in `data` hold English and what is known in all of Britain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.documents import Document
from pcgraph.extract.mention import Mention
from pcgraph.extract.names.find import find_in_texts
from pcgraph.extract.names.register import Match, find_alike
from pcgraph.extract.texts import Text
from pcgraph.model import Row


@dataclass(frozen=True, slots=True)
class Found:
    """The names in a document's texts.

    Attributes:
        mentions: Every place that names an entity, in the order of texts and offsets. A name that owns
            a longer one stands within it, behind it in order; two names that share a head have the same words.
        proposals: Rows of entities that the register does not hold, by id.
    """

    mentions: tuple[Mention, ...]
    proposals: tuple[Row, ...]


def find_mentions(texts: Sequence[Text], *, register: Sequence[Row], document: Document) -> Found:
    """Find the names in a document's texts.

    Args:
        texts: Narratives' paragraphs and official wordings, in order.
        register: Rows of the dataset's entities, those that a person rejected too; may be empty.
        document: The whole document, from which the force's name is learned.
    """
    mentions, proposals = find_in_texts(texts, register, document)
    return Found(tuple(mentions), tuple(proposals))


__all__ = ["Found", "Match", "find_alike", "find_mentions"]
