"""Bytes to characters."""

import codecs

from charset_normalizer import from_bytes

from factcheck.intake.errors import IntakeError

# The longer marks first: UTF-32's little-endian mark begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What calls itself Latin-1 on the web is what Windows made of it.
_AS_BROWSERS_READ = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_PROBED_BYTES = 4096
# Control characters beside line ends, tabs, form feeds and backspaces are rare in texts and common
# everywhere else.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1a\x1b"))
_MOST_CONTROLS_SHARE = 0.02


def decode(data: bytes, name: str) -> str:
    """The characters the bytes stand for: by their byte order mark, as UTF-8, as UTF-16, or by the likeliest
    old encoding.

    Raises IntakeError for what is no text, or text in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return _strictly(data, unmarked, name)
    if _looks_binary(data):
        raise IntakeError(f"{name} is not a text file. Save it as plain text, or paste its text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _likeliest(data, name)


def recoded(data: bytes, encoding: str) -> bytes:
    """In UTF-8, from the encoding that the web calls so; as it is, where it is UTF-8 already or not so encoded."""
    try:
        data.decode()
    except UnicodeDecodeError:
        try:
            return data.decode(_AS_BROWSERS_READ.get(encoding.lower(), encoding)).encode()
        except (LookupError, ValueError):
            pass
    return data


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """Text of mostly Latin letters in UTF-16 has a zero in every second byte, and nothing else has."""
    probe = data[: _PROBED_BYTES & ~1]
    if len(probe) < 4 or len(data) % 2:
        return None
    zeros_even, zeros_odd = probe[0::2].count(0), probe[1::2].count(0)
    half = len(probe) / 2
    if zeros_odd > 0.7 * half and zeros_even < 0.05 * half:
        return "utf-16-le"
    if zeros_even > 0.7 * half and zeros_odd < 0.05 * half:
        return "utf-16-be"
    return None


def _looks_binary(data: bytes) -> bool:
    probe = data[:_PROBED_BYTES]
    controls = len(probe) - len(probe.translate(None, _CONTROLS))
    return b"\0" in data or controls > _MOST_CONTROLS_SHARE * len(probe)


def _likeliest(data: bytes, name: str) -> str:
    best = from_bytes(data).best()
    if best is None:
        raise _undecodable(name)
    return str(best)


def _undecodable(name: str) -> IntakeError:
    return IntakeError(f"The characters of {name} cannot be read. Save it with the encoding UTF-8 and try again.")
