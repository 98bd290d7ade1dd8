"""Lists as they come when something went wrong on the way, or as somebody would make them on purpose."""

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import xlsxwriter

SAMPLES: Final = Path(__file__).parents[1] / "samples"
_TEXTS: Final = ("sager-excel-dansk.csv", "sager-med-fejl.csv", "sager-unicode-tekst.txt", "sager-utf8.csv")
_ENCODINGS: Final = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037")
_LINES: Final = 30
_QUICKLY_PACKED: Final = 2_000_000
_SHEET: Final = "xl/worksheets/sheet1.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_NASTY: Final = (
    "=1+1", "@SUM(A1)", "+45 11", "-2", "31-02-2027", "99999-13-45", "1e308", "0000-00-00", "\x00", "\u202e", "\ufeff",
    "\ufffe", '"', "'", '""', '"\n', "\r", "\n", "\r\n", ";", "\t", ",", "|", "sep=;\n", "Æ" * 300,
    "\U0001f468\u200d\U0001f469",
    "a\u0301" * 50, "\x1b[31m", "x" * 200_000, "&#0;", "<!--", "]]>", "%n", "\u2028", "\x85", "NaN", "TRUE", "#REF!",
)  # fmt: skip
_LAUGHS: Final = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12))
    + ']><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a11;</t></si></sst>'
)
_FOREIGN: Final = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&x;</t></si></sst>'
)
_CELLS: Final = (
    '<c r="XFD1048576"><v>1</v></c>', '<c r="ZZZZZ99999999"><v>1</v></c>', '<c r="A0"><v>1</v></c>', '<c r=""><v/></c>',
    '<c r="B2" t="s"><v>999999999</v></c>', '<c r="B2" t="s"><v>-7</v></c>', '<c r="B2" t="q"><v>1</v></c>',
    '<c r="B2" t="b"><v>7</v></c>', '<c r="B2" t="e"><v>#N/A</v></c>', '<c r="B2" s="9999"><v>1</v></c>',
    '<c r="B2" s="1"><v>1e300</v></c>', '<c r="B2" s="1"><v>-99999999</v></c>', '<c r="B2"><v>NaN</v></c>',
    '<c r="B2" t="d"><v>2026-99-99</v></c>', '<c r="B2" t="inlineStr"><is><t>&#1;</t></is></c>',
    '<c r="B2"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>', '<c r="B2" t="inlineStr"/>',
    '<c><v>1</v></c>' * 5_000,
    '<c r="B2"><v>' + "9" * 100_000 + "</v></c>", '<c r="1B"><v>1</v></c>', '<c r="B2" t="n"><v>inf</v></c>',
)  # fmt: skip
_ROWS: Final = (
    '<row r="1048576">', '<row r="1000000000">', '<row r="-5">', '<row r="x">', '<row r="">', "<row>", '<row r="1">',
    '<row r="99999999999999999999999">', '<row r="200001">',
)  # fmt: skip
_DIMENSIONS: Final = ("A1", "A1:XFD1048576", "ZZZZ1:A0", "", "x", "A1:A99999999999", "$A$1:$B$2")

Members = dict[str, bytes]


def mutant(random: Random) -> tuple[str, bytes]:
    """A file's ending and what stands in it."""
    if random.random() < 0.5:
        return random.choice((".csv", ".txt", ".xlsx")), _text(random)
    return random.choice((".xlsx", ".xlsx", ".csv")), _workbook(random)


@cache
def _sample(name: str) -> str:
    content = (SAMPLES / name).read_bytes()
    encodings = {"sager-excel-dansk.csv": "cp1252", "sager-unicode-tekst.txt": "utf-16"}
    lines = content.decode(encodings.get(name, "utf-8-sig"), "replace").splitlines(keepends=True)
    return "".join(lines[:_LINES])


def _text(random: Random) -> bytes:
    text = _sample(random.choice(_TEXTS))
    for _ in range(random.randint(0, 6)):
        place = random.randrange(len(text) + 1)
        text = random.choice(_TEXT_CHANGES)(text, place, random)
    content = text.encode(random.choice(_ENCODINGS), "replace")
    if random.random() < 0.2:
        place = random.randrange(len(content) + 1)
        content = content[:place] + text.encode(random.choice(_ENCODINGS), "replace")
    return _bytes_changed(content, random)


def _insert(text: str, place: int, random: Random) -> str:
    return text[:place] + random.choice(_NASTY) + text[place:]


def _cut(text: str, place: int, random: Random) -> str:
    return text[:place] + text[place + random.randint(1, 400) :]


def _repeat(text: str, place: int, random: Random) -> str:
    return text[:place] + text[place : place + random.randint(1, 400)] * random.randint(2, 30) + text[place:]


def _many_columns(text: str, place: int, random: Random) -> str:
    return text[:place] + random.choice(";\t,|") * random.choice((300, 20_000, 1_000_000)) + text[place:]


def _other_line_ends(text: str, _place: int, random: Random) -> str:
    return text.replace("\n", random.choice(("\r", "\n\r", "\r\r\n", "\x0b", "\u2028", "")))


_TEXT_CHANGES: Final = (_insert, _insert, _insert, _cut, _repeat, _many_columns, _other_line_ends)


def _bytes_changed(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((0, 0, 1, 3, 50))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    if random.random() < 0.1:
        del changed[random.randrange(len(changed) + 1) :]
    if random.random() < 0.05:
        place = random.randrange(len(changed) + 1)
        changed[place:place] = random.randbytes(random.choice((1, 100, 65_536)))
    if random.random() < 0.03:
        changed[:0] = random.choice(
            (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", bytes(8), b"\xd0\xcf\x11\xe0")
        )
    return bytes(changed)


@cache
def _whole_workbook() -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, day = book.add_worksheet("Sager"), book.add_format({"num_format": "dd-mm-yyyy"})
    for row, line in enumerate(_sample("sager-utf8.csv").splitlines()):
        for column, cell in enumerate(line.split(";")):
            sheet.write_string(row, column, cell)
        if row:
            sheet.write_number(row, 11, 46_000 + row, day)
    book.close()
    return target.getvalue()


def _members() -> Members:
    with zipfile.ZipFile(io.BytesIO(_whole_workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _workbook(random: Random) -> bytes:
    if random.random() < 0.3:
        return _bytes_changed(_whole_workbook(), random)
    members = _members()
    for _ in range(random.randint(1, 3)):
        random.choice(_MEMBER_CHANGES)(members, random)
    content = _zipped(members, random)
    return _bytes_changed(content, random) if random.random() < 0.2 else content


def _zipped(members: Members, random: Random) -> bytes:
    target = io.BytesIO()
    how = random.choice(
        (zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_LZMA)
    )
    if how == zipfile.ZIP_LZMA and sum(map(len, members.values())) > _QUICKLY_PACKED:
        how = zipfile.ZIP_DEFLATED
    names = list(members)
    if random.random() < 0.2:
        random.shuffle(names)
    with zipfile.ZipFile(target, "w", how, allowZip64=True) as archive:
        for name in names:
            archive.writestr(name, members[name])
    return target.getvalue()


def _flip_in_member(members: Members, random: Random) -> None:
    name = random.choice(list(members))
    members[name] = _bytes_changed(members[name], random)


def _lose_member(members: Members, random: Random) -> None:
    del members[random.choice(list(members))]
    members.setdefault("xl/workbook.xml", b"<workbook/>")


def _swap_members(members: Members, random: Random) -> None:
    first, second = random.choice(list(members)), random.choice(list(members))
    members[first], members[second] = members[second], members[first]


def _add_member(members: Members, random: Random) -> None:
    name = random.choice(
        ("../../up.xml", "/etc/x", "xl/worksheets/sheet2.xml", "a" * 300, "xl/æøå.xml", "xl/workbook.xml ")
    )
    members[name] = random.randbytes(100)


def _strange_cell(members: Members, random: Random) -> None:
    _put_in_sheet(members, f'<row r="2">{random.choice(_CELLS)}</row>')


def _strange_row(members: Members, random: Random) -> None:
    _put_in_sheet(members, f"{random.choice(_ROWS)}{random.choice(_CELLS)}</row>")


def _strange_dimension(members: Members, random: Random) -> None:
    sheet = members.get(_SHEET, b"")
    start, _, rest = sheet.partition(b'<dimension ref="')
    members[_SHEET] = start + b'<dimension ref="' + random.choice(_DIMENSIONS).encode() + b'"' + rest.partition(b'"')[2]


def _put_in_sheet(members: Members, row: str) -> None:
    sheet = members.get(_SHEET, b"<worksheet><sheetData></sheetData></worksheet>")
    members[_SHEET] = sheet.replace(b"</sheetData>", row.encode() + b"</sheetData>")


def _laughs(members: Members, random: Random) -> None:
    members[random.choice((_STRINGS, _SHEET, "xl/workbook.xml"))] = random.choice((_LAUGHS, _FOREIGN)).encode()


def _deep(members: Members, random: Random) -> None:
    depth = random.choice((100, 10_000, 200_000))
    members[random.choice((_STRINGS, _SHEET, "xl/styles.xml"))] = b"<a>" * depth + b"</a>" * depth


def _bomb(members: Members, random: Random) -> None:
    size, name = (
        random.choice((1, 30, 300)) * 1_000_000,
        random.choice((_STRINGS, _SHEET, "xl/styles.xml", "xl/media/x.bin")),
    )
    start = members.get(name, b"")
    members[name] = random.choice(
        (start[:-20] + b" " * size, b" " * size, start[:-20] + b"<si><t>a</t></si>" * (size // 17))
    )


def _nested(members: Members, random: Random) -> None:
    members[random.choice(("xl/workbook.xml", _SHEET, "xl/inner.zip"))] = _whole_workbook()


_MEMBER_CHANGES: Final[Sequence[Callable[[Members, Random], None]]] = (
    *(_flip_in_member, _lose_member, _swap_members, _add_member) * 3,
    *(_strange_cell, _strange_row, _strange_dimension) * 4,
    *(_laughs, _deep, _nested) * 2,
    _bomb,
)
