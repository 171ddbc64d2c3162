"""Word documents: what is printed and where, whatever Word stores beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.documents import read_document
from pcgraph.documents.word_numbering import to_label
from pcgraph.errors import DocumentError
from tests.readers.making import TYPES, WORD_SPACE, make_paragraph, make_word, make_zip


def read(path: Path) -> list[tuple[str, str]]:
    return [(line.place, line.text) for line in read_document(path).lines if not line.is_blank]


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


P = make_paragraph
WIDE = '<w:gridSpan w:val="3"/>'


def test_rows_and_merged_rows_are_cited_by_table_and_row(tmp_path: Path) -> None:
    body = P("Title") + table(
        row(cell(P("No")), cell(P("Deliverable")), cell(P("RAG"))),
        row(cell(P("1")), cell(P("Fund"), P("work")), cell(P("G"))),
        row(cell(P("Update 3.7.24:"), P("It began."), properties=WIDE)),
    )
    assert read(make_word(tmp_path / "a.docx", body + P("End"))) == [
        ("p1", "Title"),
        ("t1r1", "No\tDeliverable\tRAG"),
        ("t1r2", "1\tFund<br>work\tG"),
        ("t1r3", "Update 3.7.24:"),
        ("t1r3p2", "It began."),
        ("p2", "End"),
    ]


def test_merged_cells_give_their_words_once_and_keep_the_others_in_their_columns(tmp_path: Path) -> None:
    restart, covered = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell(P("A")), cell(P("B")), cell(P("C"))),
        row(cell(P("Both"), properties='<w:gridSpan w:val="2"/>'), cell(P("c1"), properties=restart)),
        row(cell(P("a2")), cell(P("b2")), cell(P("hidden"), properties=covered)),
    )
    assert [text for _, text in read(make_word(tmp_path / "a.docx", body))] == ["A\tB\tC", "Both\t\tc1", "a2\tb2\t"]


def test_nested_table_is_read_where_it_stands_in_a_merged_row_and_after_any_other_row(tmp_path: Path) -> None:
    inner = table(row(cell(P("Year")), cell(P("Calls"))), row(cell(P("2022")), cell(P("118"))))
    body = table(
        row(cell(P("1")), cell(P("Fund"), inner), cell(P("G"))),
        row(cell(P("Shown below:"), inner, P("More."), properties=WIDE)),
    )
    assert read(make_word(tmp_path / "a.docx", body)) == [
        ("t1r1", "1\tFund\tG"),
        ("t2r1", "Year\tCalls"),
        ("t2r2", "2022\t118"),
        ("t1r2", "Shown below:"),
        ("t3r1", "Year\tCalls"),
        ("t3r2", "2022\t118"),
        ("t1r2p2", "More."),
    ]


def test_what_tracked_changes_delete_or_fonts_hide_is_not_read(tmp_path: Path) -> None:
    run = "<w:r>{}<w:t>{}</w:t></w:r>"
    body = (
        "<w:p>"
        + run.format("", "Fund ")
        + "<w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins>"
        + run.format("", "two")
        + "</w:ins>"
        + run.format("<w:rPr><w:vanish/></w:rPr>", " secret")
        + run.format("", " projects")
        + "</w:p>"
    )
    body += table(row(cell(P("gone")), properties="<w:del/>"), row(cell(P("stays"))))
    assert [text for _, text in read(make_word(tmp_path / "a.docx", body))] == ["Fund two projects", "stays"]


def test_text_in_content_controls_links_boxes_and_breaks_is_read(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{P('Controlled')}</w:sdtContent></w:sdt>"
    run = "<w:r><w:t>Linked</w:t><w:br/><w:t>below</w:t><w:tab/><w:t>right</w:t></w:r>"
    link = f"<w:p><w:hyperlink>{run}</w:hyperlink></w:p>"
    box = f"<w:p><w:r><w:t>Anchor</w:t><w:pict><w:txbxContent>{P('Boxed')}</w:txbxContent></w:pict></w:r></w:p>"
    assert read(make_word(tmp_path / "a.docx", control + link + box)) == [
        ("p1", "Controlled"),
        ("p2", "Linked"),
        ("p2l2", "below\tright"),
        ("p3", "Anchor"),
        ("p4", "Boxed"),
    ]


NUMBERING = f"""<w:numbering {WORD_SPACE}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {WORD_SPACE}>
<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="MyList"><w:basedOn w:val="List"/></w:style></w:styles>"""


def numbered(text: str, number: int, level: int = 0) -> str:
    return P(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_and_bullets_that_word_keeps_apart_are_printed_before_their_words(tmp_path: Path) -> None:
    body = (
        numbered("Levels of crime", 1)
        + numbered("Homes", 1, 1)
        + numbered("Cars", 1, 1)
        + P("Styled", '<w:pStyle w:val="MyList"/>')
        + numbered("Homes again", 1, 1)
        + numbered("A point", 2)
        + numbered("Restarted", 3)
        + table(row(cell(numbered("", 1)), cell(P("Wording")), cell(P("G"))))
    )
    file = make_word(tmp_path / "a.docx", body, parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})
    assert [text for _, text in read(file)] == [
        "1. Levels of crime",
        "a) Homes",
        "b) Cars",
        "2. Styled",
        "a) Homes again",
        "• A point",
        "5. Restarted",
        "6.\tWording\tG",
    ]


def test_footnotes_stand_at_the_end_with_their_number_raised(tmp_path: Path) -> None:
    notes = f'<w:footnotes {WORD_SPACE}><w:footnote w:id="1">{P("The campaign.")}</w:footnote></w:footnotes>'
    file = make_word(tmp_path / "a.docx", P("Text"), parts={"word/footnotes.xml": notes})
    assert read(file) == [("p1", "Text"), ("f1", "¹ The campaign.")]


def test_a_file_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    file = make_word(tmp_path / "a.docx", P("Text"))
    strict = WORD_SPACE.replace(
        "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    )
    other = tmp_path / "b.docx"
    make_zip(
        other,
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": f"<w:document {strict}><w:body>{P('Text')}</w:body></w:document>",
        },
    )
    assert read(other) == read(file)


def test_a_list_that_begins_with_no_number_is_refused_as_damaged(tmp_path: Path) -> None:
    broken = NUMBERING.replace('<w:start w:val="1"/>', '<w:start w:val="x"/>')
    file = make_word(tmp_path / "a.docx", numbered("Text", 1), parts={"word/numbering.xml": broken})
    with pytest.raises(DocumentError, match=r"a\.docx is damaged\."):
        read(file)


def test_a_lists_number_beyond_words_own_limit_is_held_there(tmp_path: Path) -> None:
    huge = NUMBERING.replace('<w:start w:val="1"/>', '<w:start w:val="99999999999999999999"/>')
    file = make_word(tmp_path / "a.docx", numbered("Text", 1), parts={"word/numbering.xml": huge})
    assert read(file) == [("p1", "32767. Text")]


@pytest.mark.parametrize(
    ("number", "form", "label"),
    [
        (27, "lowerLetter", "aa"),
        (1999, "lowerRoman", "mcmxcix"),
        (0, "upperRoman", "0"),
        (5, "none", ""),
        (2, "ordinal", "2"),
    ],
)
def test_label_is_the_number_in_the_lists_form(number: int, form: str, label: str) -> None:
    assert to_label(number, form) == label
