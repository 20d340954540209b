"""Files as they should not be: each is read or refused in a line, in little memory, and the rest of a run goes on.

`make odd-files` writes them into a temporary folder, runs `claimcheck claims` on each and prints what came of it. The
tests write smaller ones and read them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory, TemporaryFile

from docx import Document
from openpyxl import Workbook
from rich.console import Console
from rich.table import Table
from rich.text import Text

SAID = "The coast guard said on Saturday that twelve people were killed when a ferry sank. "
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
COMMAND = (
    "import sys\nfrom pathlib import Path\nfrom claimcheck.cli.app import run\n"
    "code = run(['claims', '--format', 'jsonl', sys.argv[1]])\n"
)
READING = (
    "import sys\nfrom pathlib import Path\nimport claimcheck\ncode, corpus = 0, claimcheck.read([sys.argv[1]])\n"
    "print(*corpus.articles, sep='\\n')\n"
    "print(*(notice.message for notice in corpus.notices), sep='\\n', file=sys.stderr)\n"
)
PEAK = (
    "status = Path('/proc/self/status').read_text(encoding='utf-8')\n"
    "sys.exit(print(status.split('VmHWM:')[1].split()[0], file=sys.stderr) or code)\n"
)
"""Says its own peak memory last, in kB, as Linux tells it: that of a child also counts what its parent held."""


@dataclass(frozen=True)
class Odd:
    """A file or folder to write, what is said of it ("" where it is read without a word), and how large it is made.

    `whole` says that `claims` runs on it: what is many articles is read alone.
    """

    name: str
    write: Callable[[Path, int], object]
    said: str
    size: int
    whole: bool = True


@dataclass(frozen=True)
class Outcome:
    """What a run came to: exit code, first line of standard error, peak memory in MB, seconds, claims or articles."""

    code: int
    line: str
    megabytes: int
    seconds: float
    found: int


def _text(content: str) -> Callable[[Path, int], object]:
    """Return what writes a text that is repeated up to a size."""
    return lambda path, size: path.write_text((content * (size // len(content) + 1))[:size], encoding="utf-8")


def _fixed(content: str) -> Callable[[Path, int], object]:
    return lambda path, _: path.write_text(content, encoding="utf-8", newline="")


def _document(path: Path, part: str, content: bytes, repeats: int = 1) -> None:
    """Write a Word document or a workbook by the ending, one part of it with other content, a number of times over."""
    plain = BytesIO()
    (Document() if path.suffix == ".docx" else Workbook()).save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        with new.open(part, "w", force_zip64=True) as opened:
            for _ in range(repeats):
                opened.write(content)


def _bomb(part: str) -> Callable[[Path, int], object]:
    return lambda path, size: _document(path, part, b" " * 1_000_000, size // 1_000_000)


def _lying_bomb(path: Path, size: int) -> None:
    """Write a zip bomb that declares a hundred bytes."""
    _bomb("word/document.xml")(path, size)
    raw = path.read_bytes()
    true, told = (number.to_bytes(4, "little") for number in (size // 1_000_000 * 1_000_000, 100))
    path.write_bytes(raw.replace(true, told))


def _laughs(part: str, root: str) -> Callable[[Path, int], object]:
    return lambda path, _: _document(path, part, root.replace("?>", f"?>{LAUGHS}", 1).encode())


def _far_row(path: Path, size: int) -> None:
    row = f'<row r="{size}"><c r="A{size}" t="inlineStr"><is><t>text</t></is></c></row>'
    sheet = f"<worksheet {SHEET}><sheetData>{row}</sheetData></worksheet>"
    _document(path, "xl/worksheets/sheet1.xml", sheet.encode())


def _pdf(drawing: bytes, pages: int = 1) -> bytes:
    """Return a PDF whose pages share a drawing, which is packed, and a picture of one grey point."""
    packed = zlib.compress(drawing, 9)
    picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1"
    used = "/MediaBox [0 0 595 842] /Resources << /XObject << /P 4 0 R >> >> /Contents 3 0 R"
    kids = " ".join(["5 0 R"] * pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode(),
        f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream",
        f"<< {picture} >>\nstream\n\x20\nendstream".encode(),
        f"<< /Type /Page /Parent 2 0 R {used} >>".encode(),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + end.encode()


def _folder(path: Path, size: int) -> None:
    path.mkdir()
    for number in range(size):
        broken = number % 100 == 0
        (path / f"{number}.{'docx' if broken else 'txt'}").write_text(f"{SAID}{number}.", encoding="utf-8")


def _loops(path: Path, _: int) -> None:
    path.mkdir()
    (path / "a.txt").write_text(SAID, encoding="utf-8")
    (path / "up").symlink_to(path, target_is_directory=True)
    (path / "here.txt").symlink_to(path / "there.txt")
    (path / "there.txt").symlink_to(path / "here.txt")


def _names(path: Path, _: int) -> None:
    path.mkdir()
    for name in ("a\nb", "\x1b[31mred", "\u202egpj.exe", " ", "-", "'\"`$(x)", "x" * 250):
        (path / f"{name}.txt").write_text(f"{SAID}{len(name)}.", encoding="utf-8")
        (path / f"{name}.pdf").write_text("no PDF", encoding="utf-8")


def _nested_mail(path: Path, size: int) -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(size))
    path.write_text(f"From: a@b.example\nSubject: x\n{parts}\n{SAID}", encoding="utf-8")


WORD = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
PARAGRAPH = f"{WORD}<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHARED = f'<?xml version="1.0"?><sst {SHEET}><si><t>&a11;</t></si></sst>'
ITEM = "<channel><title>x</title><item><title>&a11;</title></item></channel>"
FEED = f'<?xml version="1.0"?>{LAUGHS}<rss version="2.0">{ITEM}</rss>'
PICTURE = f'<img src="data:image/png;base64,{"A" * 1000}">'
NUMBER = "9" * 5_000
NUMBERS = (
    f"The army said that {NUMBER} people were killed, 1e999 wounded and -{NUMBER[:400]} missing at {NUMBER[:20]}:99.\n"
)

ODD = (
    Odd("text-50mb.txt", _text(SAID), "larger than what is read", 50_000_001),
    Odd("text-5mb.html", _text(f"<p>{SAID}</p>"), "too many characters: 5,", 5_300_000),
    Odd("pictures-20mb.html", _text(f"<p>{SAID}</p>{PICTURE * 99}"), "", 20_000_000),
    Odd("long-line.txt", _text(SAID), "", 200_000),
    Odd("no-spaces.txt", _text(SAID.replace(" ", "")), "", 200_000),
    Odd("quotes.txt", _text(f"“{SAID}\n\"'«{SAID}‘\n"), "", 20_000),
    Odd("numbers.txt", _fixed(NUMBERS), "", 0),
    Odd(
        "numbers.json",
        _fixed(f'{{"text": "{SAID}", "id": {NUMBER}, "published": {NUMBER}}}'),
        "999...' is not a date",
        0,
    ),
    Odd(
        "year-9999.txt",
        _fixed(f"---\npublished: 9999-12-31\n---\n{SAID}It sank on the next day, tomorrow, next year."),
        "",
        0,
    ),
    Odd(
        "year-1.txt", _fixed(f"---\npublished: 0001-01-01\n---\n{SAID}It sank yesterday, a week ago, last year."), "", 0
    ),
    Odd("escapes.txt", _fixed(f"\x1b]0;x\x07\x1b[2J\u202e{SAID}\u2066 \x9b31m\r\n\x0c{SAID}"), "", 0),
    Odd("bomb.docx", _bomb("word/document.xml"), "would unpack to", 1_000_000_000),
    Odd("bomb.xlsx", _bomb("xl/sharedStrings.xml"), "would unpack to", 1_000_000_000),
    Odd("picture-bomb.docx", _bomb("word/media/image1.png"), "would unpack to", 1_000_000_000),
    Odd("lying-bomb.docx", _lying_bomb, "is broken", 1_000_000_000),
    Odd("entities.docx", _laughs("word/document.xml", PARAGRAPH), "", 0),
    Odd("entities.xlsx", _laughs("xl/sharedStrings.xml", SHARED), "", 0),
    Odd("entities.rss", _fixed(FEED), "defines entities of its own", 0),
    Odd("far-row.xlsx", _far_row, "too many rows", 1_048_576),
    Odd("pictures.pdf", lambda p, n: p.write_bytes(_pdf(b"/P Do", n)), "its pages are pictures", 300),
    Odd("pages.pdf", lambda p, n: p.write_bytes(_pdf(b"/P Do", n)), "too many pages", 100_000),
    Odd("bomb.pdf", lambda p, n: p.write_bytes(_pdf(b" " * n)), "bomb.pdf", 500_000_000),
    Odd("drawing.pdf", lambda p, n: p.write_bytes(_pdf(b"0 0 m 9 9 l S\n" * (n // 14))), "too many bytes", 25_000_000),
    Odd("nested.html", _text("<div>"), "nested.html", 500_000),
    Odd("nested.json", _text("["), "nested too deeply", 1_000_000),
    Odd("nested.eml", _nested_mail, "nested.eml", 3_000),
    Odd("folder", _folder, "is not a Word document", 10_000, whole=False),
    Odd("loops", _loops, "left out 2 not a file: here.txt, there.txt", 0),
    Odd("names", _names, "cannot be read as a PDF", 0),
)


def run(code: str, path: Path) -> Outcome:
    """Run code on a path in a fresh interpreter and return what it came to."""
    with TemporaryFile() as out:
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code + PEAK, str(path)], stdout=out, stderr=PIPE, check=False)
        seconds = time.perf_counter() - began
        out.seek(0)
        found = sum(1 for _ in out)
    *lines, peak = done.stderr.decode("utf-8", "replace").splitlines() or ["0"]
    said = " | ".join(line for line in lines if not line.startswith("  hint: "))
    return Outcome(done.returncode, said, int(peak) // 1024 if peak.isdigit() else 0, seconds, found)


def outcomes(folder: Path, only: str) -> Iterator[tuple[Odd, Outcome]]:
    """Write each file whose name holds `only`, run on it, and remove it again if it is one."""
    for odd in ODD:
        path = folder / odd.name
        if only in odd.name:
            odd.write(path, odd.size)
            print(odd.name, file=sys.stderr)
            yield odd, run(COMMAND if odd.whole else READING, path)
            if path.is_file():
                path.unlink()


def row(odd: Odd, outcome: Outcome) -> tuple[Text | str, ...]:
    """Return the cells of one outcome; a wrong one is red."""
    line = outcome.line.replace(odd.name, "…")
    good = outcome.code in (0, 2) and odd.said in outcome.line and "Traceback" not in outcome.line
    shown = Text(line[-150:].replace("\x1b", "?"), style="" if good else "red")
    return odd.name, str(outcome.code), shown, str(outcome.found), f"{outcome.megabytes:,}", f"{outcome.seconds:.1f}"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", metavar="WORD", help="only the files whose name holds this")
    table = Table("file", "exit", "what is said", "lines out", "MB", "s")
    with TemporaryDirectory() as folder:
        for odd, outcome in outcomes(Path(folder), options.parse_args().only):
            table.add_row(*row(odd, outcome))
    Console(width=150).print(table)


if __name__ == "__main__":
    main()
