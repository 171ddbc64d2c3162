"""The review loop: what was recognised, in one workbook for a person's verdicts, and back into the tables."""

from pcgraph.review.make import check_fits_workbook, is_review_header, make_review
from pcgraph.review.read import read_review
from pcgraph.review.take import ReviewReport, has_untaken, take_review

__all__ = [
    "ReviewReport",
    "check_fits_workbook",
    "has_untaken",
    "is_review_header",
    "make_review",
    "read_review",
    "take_review",
]
