"""Logo files of every kind, good and hostile, made on the spot."""

import struct
import zlib
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageDraw

from koordinator.domain.letterhead_logo import LogoFault

BLUE: Final = (11, 85, 99)


def drawn(mode: str = "RGB", size: tuple[int, int] = (300, 100)) -> Image.Image:
    """A blue disc and a bar, with white round them where the mode has no transparency."""
    image = Image.new("RGBA", size, (0, 0, 0, 0) if mode in ("RGBA", "LA", "P") else (255, 255, 255, 255))
    pen = ImageDraw.Draw(image)
    height = size[1]
    pen.ellipse((height // 10, height // 10, height * 9 // 10, height * 9 // 10), fill=(*BLUE, 255))
    pen.rectangle((height, height // 3, size[0] - height // 10, height * 2 // 3), fill=(*BLUE, 255))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **how: Any) -> bytes:  # noqa: ANN401 - Pillow's own options
    output = BytesIO()
    image.save(output, kind, **how)
    return output.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG that says it is so wide and high, whatever is in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def deep(width: int = 200, height: int = 100) -> bytes:
    """16 bits a channel, the left half blue and the right half white."""
    row = b"\0" + struct.pack(">HHH", *(channel * 257 for channel in BLUE)) * (width // 2) + b"\xff" * 6 * (width // 2)
    return png(width, height, chunk(b"IDAT", zlib.compress(row * height)), depth=16)


def svg(inside: str, more: str = 'viewBox="0 0 300 100"', before: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {more}>{inside}</svg>".encode()


SHAPES: Final = '<circle cx="50" cy="50" r="40" fill="#0B5563"/><path d="M100 30h190v40h-190z" fill="#0B5563"/>'
_ENTITIES: Final = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_OUTSIDE: Final = '<!DOCTYPE svg [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
_LAUGHS: Final = '<defs><g id="u0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="u{n}">' + f'<use xlink:href="#u{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)
)
_PHOTO: Final = '<image width="300" height="100" href="data:image/png;base64,AAAA"/>'

GOOD: Final[dict[str, bytes]] = {
    "png": saved(drawn()),
    "png with transparency": saved(drawn("RGBA")),
    "grey png with transparency": saved(drawn("LA")),
    "png with a palette": saved(drawn("P")),
    "png in black and white": saved(drawn("1")),
    "png in 16 bits": deep(),
    "png in 16 bits of grey": saved(drawn("L").convert("I;16").point(lambda value: value * 257)),
    "interlaced and with a text": saved(drawn(), pnginfo=None, icc_profile=b"", dpi=(300, 300)),
    "jpeg": saved(drawn(), "JPEG", quality=95),
    "progressive jpeg": saved(drawn(), "JPEG", progressive=True),
    "grey jpeg": saved(drawn("L"), "JPEG"),
    "large png": saved(drawn(size=(4_000, 1_400))),
    "svg": svg(SHAPES),
    "svg with its size only": svg(SHAPES, 'width="300px" height="100px"'),
    "svg with a style sheet": svg(
        '<style>.a{fill:#0B5563}</style><circle class="a" cx="50" cy="50" r="40"/>'
        '<path class="a" d="M100 30h190v40H100z"/>'
    ),
    "svg with what an editor leaves": svg(
        '<metadata><rdf:RDF xmlns:rdf="x"><rdf:li/></rdf:RDF></metadata><title>Logo</title>'
        f'<defs><clipPath id="SVGID_00000123456789"><rect width="9" height="9"/></clipPath></defs>{SHAPES}',
        before='<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">',
    ),
    "svg with a colour run": svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#0B5563"/><stop offset="1" stop-color="#1e9999"/>'
        f'</linearGradient></defs><rect x="9" y="9" width="280" height="80" fill="url(#g)"/>{SHAPES}'
    ),
    "svg that uses a shape again": svg(f'<symbol id="s">{SHAPES}</symbol><use xlink:href="#s"/><use href="#s" x="2"/>'),
    "svg in another encoding": ('<?xml version="1.0" encoding="iso-8859-1"?>' + svg(SHAPES).decode()).encode("latin-1"),
    "svg in utf-16": svg(SHAPES).decode().encode("utf-16"),
}

BAD: Final[dict[str, tuple[bytes, LogoFault]]] = {
    "nothing": (b"", LogoFault.FORMAT),
    "gif": (saved(drawn("P"), "GIF"), LogoFault.FORMAT),
    "bmp": (saved(drawn(), "BMP"), LogoFault.FORMAT),
    "tiff": (saved(drawn(), "TIFF"), LogoFault.FORMAT),
    "webp": (saved(drawn(), "WEBP"), LogoFault.FORMAT),
    "pdf": (b"%PDF-1.7\n", LogoFault.FORMAT),
    "packed svg": (b"\x1f\x8b\x08", LogoFault.FORMAT),
    "words": ("Vores logo er en sol over en bæk".encode(), LogoFault.FORMAT),
    "web page": (b"<html><body><svg/></body></html>", LogoFault.FORMAT),
    "tag soup": (b"<<<<", LogoFault.FORMAT),
    "too many bytes": (saved(drawn()) + b"\0" * 5_000_000, LogoFault.TOO_LARGE),
    "80 megapixels": (png(10_000, 8_000, chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000))), LogoFault.TOO_MANY_PIXELS),
    "4 billion pixels": (png(65_535, 65_535), LogoFault.TOO_MANY_PIXELS),
    "jpeg of 80 megapixels": (
        saved(drawn(), "JPEG").replace(struct.pack(">HH", 100, 300), struct.pack(">HH", 8_000, 10_000)),
        LogoFault.TOO_MANY_PIXELS,
    ),
    "head only": (saved(drawn())[:33], LogoFault.BROKEN),
    "signature only": (b"\x89PNG\r\n\x1a\n", LogoFault.BROKEN),
    "cut off": (saved(drawn(size=(3_000, 1_000)))[:-9_000], LogoFault.BROKEN),
    "cut off jpeg": (saved(drawn(), "JPEG")[:900], LogoFault.BROKEN),
    "jpeg head only": (b"\xff\xd8\xff\xe0", LogoFault.BROKEN),
    "no size": (png(0, 0), LogoFault.BROKEN),
    "damaged rows": (png(300, 100, chunk(b"IDAT", b"\x78\x9c" + b"\xff" * 500)), LogoFault.BROKEN),
    "text bomb": (
        png(300, 100, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 90_000_000))) + b"",
        LogoFault.BROKEN,
    ),
    "animated": (
        saved(drawn(), save_all=True, append_images=[drawn().rotate(90), drawn().rotate(180)]),
        LogoFault.ANIMATED,
    ),
    "print colours": (saved(drawn("CMYK"), "JPEG"), LogoFault.PRINT_COLOURS),
    "all white": (saved(Image.new("RGB", (300, 100), "white")), LogoFault.EMPTY),
    "all clear": (saved(Image.new("RGBA", (300, 100), (9, 9, 9, 0))), LogoFault.EMPTY),
    "a dot": (saved(drawn(size=(30, 12))), LogoFault.TOO_SMALL),
    "a line": (saved(drawn(size=(3_000, 100))), LogoFault.TOO_LONG),
    "svg script": (svg(f"<script>alert(1)</script>{SHAPES}"), LogoFault.SCRIPT),
    "svg handler": (svg(SHAPES, 'viewBox="0 0 3 1" onload="alert(1)"'), LogoFault.SCRIPT),
    "svg that moves": (svg(f'<animate attributeName="x"/>{SHAPES}'), LogoFault.ANIMATED),
    "svg with a photo": (svg(_PHOTO), LogoFault.EXTERNAL),
    "svg from a file": (svg('<image href="file:///etc/passwd"/>'), LogoFault.EXTERNAL),
    "svg from the net": (svg('<use xlink:href="https://lilleby.example/a.svg#a"/>'), LogoFault.EXTERNAL),
    "svg style from the net": (
        svg(f"<style>@import 'https://lilleby.example/a.css';</style>{SHAPES}"),
        LogoFault.EFFECTS,
    ),
    "svg fill from the net": (svg('<rect fill="url(https://lilleby.example/a#b)"/>'), LogoFault.EXTERNAL),
    "svg style with a file": (svg("<style>.a{fill:url('file:///a')}</style>"), LogoFault.EXTERNAL),
    "svg words": (svg("<text>Lilleby</text>"), LogoFault.TEXT),
    "svg filter": (svg(f'<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>{SHAPES}'), LogoFault.EFFECTS),
    "svg pattern": (svg(f'<pattern id="f"/>{SHAPES}'), LogoFault.EFFECTS),
    "svg endless dashes": (svg('<path style="stroke-dasharray:0.0001" d="M0 0h300"/>'), LogoFault.EFFECTS),
    "svg of an unknown kind": (svg("<blink/>"), LogoFault.EFFECTS),
    "svg entities": (svg("&b;", before=_ENTITIES), LogoFault.ENTITIES),
    "svg entity from a file": (svg("<title>&file;</title>", before=_OUTSIDE), LogoFault.ENTITIES),
    "svg used endlessly": (svg(f'{_LAUGHS}</defs><use xlink:href="#u11"/>'), LogoFault.TOO_COMPLEX),
    "svg that uses itself": (svg('<g id="a"><use xlink:href="#a"/></g>'), LogoFault.TOO_COMPLEX),
    "svg in a long row": (
        svg("".join(f'<g id="a{n}"><use xlink:href="#a{n + 1}"/></g>' for n in range(1_000))),
        LogoFault.TOO_COMPLEX,
    ),
    "svg of very many shapes": (svg('<rect width="1" height="1"/>' * 6_000), LogoFault.TOO_COMPLEX),
    "svg very deep": (svg("<g>" * 500 + "</g>" * 500), LogoFault.TOO_COMPLEX),
    "svg with a long style": (svg(f"<style>{'.a{fill:red}' * 9_000}</style>{SHAPES}"), LogoFault.TOO_COMPLEX),
    "svg far away": (svg('<path d="M0 0L1e30 1"/>'), LogoFault.TOO_COMPLEX),
    "svg without end": (svg('<path d="M0 0L1e999 1"/>'), LogoFault.TOO_COMPLEX),
    "svg too large": (svg(f"{SHAPES}{' ' * 1_000_000}"), LogoFault.TOO_LARGE),
    "svg cut off": (svg(SHAPES)[:-20], LogoFault.BROKEN),
    "svg without a size": (svg(SHAPES, ""), LogoFault.BROKEN),
    "svg too small to be enlarged": (svg(SHAPES, 'viewBox="0 0 1e-320 1e-320"'), LogoFault.BROKEN),
    "svg of percent": (svg(SHAPES, 'width="100%" height="100%"'), LogoFault.BROKEN),
    "svg that is a line": (svg(SHAPES, 'viewBox="0 0 9000 1"'), LogoFault.TOO_LONG),
    "svg of nothing": (svg(""), LogoFault.EMPTY),
    "svg in an unknown encoding": (b'<?xml version="1.0" encoding="martian"?>' + svg(SHAPES), LogoFault.FORMAT),
}
