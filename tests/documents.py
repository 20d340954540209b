"""Real files of each format with given texts, made by the library of the format or byte by byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from openpyxl import Workbook


def docx(*paragraphs: str, title: str = "", cells: Sequence[str] = ()) -> bytes:
    """Return a Word document, with a table of one row where there are cells."""
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return saved(document)


def xlsx(**sheets: Iterable[Iterable[object]]) -> bytes:
    """Return a workbook with the rows of its sheets."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]  # a document or a workbook
    return buffer.getvalue()


def pdf(*pages: Sequence[str], title: str = "") -> bytes:
    """Return a PDF with the lines of its pages; a page without lines holds a picture of one grey point."""
    font, picture = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", 4
    numbers = [5 + 2 * n for n in range(len(pages))]
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>".encode(),
        3: font.encode(),
        picture: _stream(
            b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
        5 + 2 * len(pages): b"<< /Title (" + title.encode("cp1252") + b") /CreationDate (D:20200101000000Z) >>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        used = "/Font << /F1 3 0 R >> /XObject << /P 4 0 R >>"
        about = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {used} >> /Contents {number + 1} 0 R"
        objects |= {number: f"<< {about} >>".encode(), number + 1: _stream(_drawn(lines))}
    return _numbered(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    if not lines:
        return b"q 595 0 0 842 0 0 cm /P Do Q"
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252") for line in lines)
    return b"BT /F1 11 Tf 14 TL 56 780 Td " + b" ".join(b"(" + line + b") Tj T*" for line in escaped) + b" ET"


def _stream(data: bytes, about: str = "") -> bytes:
    return f"<< /Length {len(data)} {about} >>\nstream\n".encode() + data + b"\nendstream"


def _numbered(objects: dict[int, bytes]) -> bytes:
    """Return a PDF of objects with the table of where each stands."""
    written = b"%PDF-1.4\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(written)
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    last = max(objects)
    table = "".join(f"{places[n]:010} 00000 n \n" for n in range(1, last + 1))
    trailer = f"trailer\n<< /Size {last + 1} /Root 1 0 R /Info {last} 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {last + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def page(body: str, head: str = "") -> bytes:
    """Return a web page, with the navigation and the footer of a newspaper's around its body."""
    links = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "World", "Sport", "Weather"))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>
<nav><ul>{links}</ul></nav>{body}
<aside><h3>Most read</h3><ul><li><a href="/x">Ten things to see in Karsk</a></li></ul></aside>
<footer>© 2021 Harbour News. All rights reserved. Subscribe to our newsletter.</footer></body></html>""".encode()


def rss(*items: str, title: str = "Harbour News") -> bytes:
    """Return an RSS feed of items, which are XML."""
    joined = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{joined}</channel></rss>'.encode()


def atom(*entries: str, title: str = "Coast Guard") -> bytes:
    """Return an Atom feed of entries, which are XML."""
    joined = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>{joined}</feed>'.encode()


def eml(body: str, kind: str = "text/plain", *headers: str) -> bytes:
    """Return a mail in one part, with more headers."""
    head = ["From: Ministry of Ports <press@ports.example>", "Subject: Statement on the ferry", *headers]
    about = ["Date: Thu, 04 Mar 2021 10:00:00 +0200", f"Content-Type: {kind}; charset=utf-8", "MIME-Version: 1.0"]
    return "\r\n".join([*head, *about, "Content-Transfer-Encoding: 8bit", "", body]).encode()
