"""The finished file: reportlab's objects, the structure tree and what an archive asks for, written as PDF/A-2a.

Our own writing, because reportlab's knows neither object streams (a tree of a thousand small objects would be most
of the file) nor the line end PDF/A wants before `endstream`.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.ink.structure import Element, Mark, StructureTree
from koordinator.documents.ink.xmp import Properties, packet

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END: Final = b"endstream\n"
_DATE: Final = slice(24, 36)
"""Of a colour profile's head: when it was made, which must not differ from day to day."""
_WRITTEN_AT: Final = "2000-01-01T00:00:00Z"
"""What reportlab says in a file of which the bytes may not differ from day to day."""
_IN_A_STREAM: Final = 200
"""Objects that are packed together."""


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc,unused-ignore]
    """An object of which the bytes are known."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: object) -> bytes:  # noqa: ARG002
        """As they are."""
        return self.content


class PdfFile:
    """Closes a canvas into a file."""

    def __init__(self, canvas: Canvas, tree: StructureTree, language: str) -> None:
        self._canvas = canvas
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self._tree = tree
        self._language = language

    def content(self) -> bytes:
        """The whole file."""
        document = self._document
        root = RawObject()
        self._complete_catalog(root)
        for font in document.delayedFonts:
            font.addObjects(document)
        catalog, info = self._number(document.Catalog), self._number(document.info)
        document.Outlines.prepare(document, self._canvas)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        objects = self._formatted(root)
        objects |= self._structure(self._number(root), len(objects) + 2)
        return _written(objects, catalog, info)

    def _complete_catalog(self, root: RawObject) -> None:
        document, catalog = self._document, self._document.Catalog
        catalog.__NoDefault__ = (*catalog.__NoDefault__, "OutputIntents")
        catalog.StructTreeRoot = root
        catalog.MarkInfo = RawObject(b"<</Marked true>>")
        catalog.Lang = pdfdoc.PDFString(self._language)
        catalog.Metadata = RawObject(raw_stream(b"/Type/Metadata/Subtype/XML", packet(self._properties())))
        profile = RawObject(raw_stream(b"/N 3/Filter/FlateDecode", _colour_profile()))
        catalog.OutputIntents = RawObject(
            b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            b"/DestOutputProfile %d 0 R>>]" % self._number(profile)
        )
        for position, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
            page.StructParents = position
            page.Tabs = pdfdoc.PDFName("S")

    def _properties(self) -> Properties:
        info = self._document.info
        return Properties(
            info.title, info.author, info.subject, info.creator, info.producer, self._language, _WRITTEN_AT
        )

    def _number(self, item: pdfdoc.PDFObject) -> int:
        name = self._document.Reference(item).name
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _formatted(self, root: RawObject) -> dict[int, bytes]:
        """All of reportlab's objects but the tree's root; formatting one may bring in more."""
        document = self._document
        objects: dict[int, bytes] = {}
        number = 0
        while (number := number + 1) in document.numberToId:
            item = document.idToObject[document.numberToId[number]]
            if item is not root:
                objects[number] = pdfdoc.format(item, document, toplevel=1)
        return objects

    def _structure(self, root: int, first: int) -> dict[int, bytes]:
        """The tree's root, its elements from the number `first` on, and which element owns each mark."""
        pages = [self._number(page) for page in self._document.Pages.pages]
        elements = list(_all(self._tree.roots))
        numbers = {id(element): number for number, element in enumerate(elements, start=first)}
        objects = {
            number: self._element(element, numbers, pages, root)
            for element, number in zip(elements, numbers.values(), strict=True)
        }
        owners = b"".join(
            b"%d[%s]" % (page, b" ".join(b"%d 0 R" % numbers[id(owner)] for owner in marks))
            for page, marks in enumerate(self._tree.pages[: len(pages)])
        )
        kids = b" ".join(b"%d 0 R" % numbers[id(element)] for element in self._tree.roots)
        objects[root] = b"<</Type/StructTreeRoot/K[%s]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            kids,
            owners,
            len(pages),
        )
        return objects

    def _element(self, element: Element, numbers: dict[int, int], pages: list[int], root: int) -> bytes:
        parent = numbers[id(element.parent)] if element.parent else root
        own_page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(b"%d 0 R" % numbers[id(kid)])
            elif kid.page == own_page:
                kids.append(b"%d" % kid.number)
            else:
                kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number))
        return b"<</S/%s/P %d 0 R%s/K[%s]%s>>" % (
            element.tag.encode(),
            parent,
            b"" if own_page is None else b"/Pg %d 0 R" % pages[own_page],
            b" ".join(kids),
            self._words(element),
        )

    def _words(self, element: Element) -> bytes:
        words = b"/A<<%s>>" % element.attributes.encode() if element.attributes else b""
        for key, text in ((b"/Alt", element.alternative), (b"/ActualText", element.actual)):
            if text:
                words += key + pdfdoc.PDFString(text).format(self._document)
        return words


def _all(elements: Iterable[Element | Mark]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, Element):
            yield element
            yield from _all(element.kids)


def raw_stream(entries: bytes, content: bytes) -> bytes:
    """A stream of the bytes as they are."""
    return b"<<%s/Length %d>>\nstream\n%s%s" % (entries, len(content), content, _STREAM_END)


@lru_cache(maxsize=1)
def _colour_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = bytes.fromhex("07d000010001000000000000")
    return zlib.compress(bytes(profile))


def _written(objects: dict[int, bytes], catalog: int, info: int) -> bytes:
    """Streams one by one, all else packed; then where each object is."""
    output = bytearray(_HEADER)
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    packed = [number for number, content in objects.items() if not content.endswith(_STREAM_END)]
    following = max(objects) + 1
    for start in range(0, len(packed), _IN_A_STREAM):
        numbers = packed[start : start + _IN_A_STREAM]
        objects[following] = _object_stream([(number, objects.pop(number)) for number in numbers])
        places |= {number: (2, following, position) for position, number in enumerate(numbers)}
        following += 1
    for number, content in objects.items():
        places[number] = (1, len(output), 0)
        output += _object(number, content)
    places[following] = (1, len(output), 0)
    identity = hashlib.sha256(output).hexdigest()[:32].encode()
    start = len(output)
    table = zlib.compress(
        b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, where, index in (places[number] for number in range(following + 1))
        )
    )
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode" % (
        following + 1,
        catalog,
        info,
        identity,
        identity,
    )
    output += _object(following, raw_stream(entries, table)) + b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(output)


def _object(number: int, stream: bytes) -> bytes:
    """A stream by itself, its last word on a line of its own as PDF/A wants it."""
    return b"%d 0 obj\n%s\n%sendobj\n" % (number, stream.removesuffix(_STREAM_END), _STREAM_END)


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    head, body = b"", b""
    for number, content in objects:
        head += b"%d %d " % (number, len(body))
        body += content + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head))
    return raw_stream(entries, zlib.compress(head + body))
