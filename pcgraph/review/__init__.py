"""The review loop: what was recognised, in one workbook for a person's verdicts, and back into the tables."""

from pcgraph.review.make import make_review
from pcgraph.review.read import read_review
from pcgraph.review.take import ReviewReport, has_untaken, take_review

__all__ = ["ReviewReport", "has_untaken", "make_review", "read_review", "take_review"]
