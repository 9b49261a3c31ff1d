"""The binary format of WebAssembly: enough to read imports and to drop or change parts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

HEADER = b"\0asm\1\0\0\0"
CUSTOM, TYPES, IMPORTS, EXPORTS, CODE, DATA, DATA_COUNT = 0, 1, 2, 7, 10, 11, 12

type Types = tuple[str, ...]

KINDS = ("function", "table", "memory", "global", "tag")
VALUES = {0x7F: "i32", 0x7E: "i64", 0x7D: "f32", 0x7C: "f64", 0x6F: "externref"}


@dataclass(frozen=True)
class Import:
    """One thing that an instance must be given.

    Attributes:
        name: `module.name`.
        kind: One of KINDS.
        takes: Types of a function's or tag's parameters, of a global's value.
        gives: Types of a function's results.
        mutable: Whether a global is.
    """

    name: str
    kind: str
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    mutable: bool = False

    def __str__(self) -> str:
        told = [self.kind, self.name, ",".join(self.takes)]
        return " ".join([*filter(None, told), *self.gives])


class _Reader:
    """Takes the parts of some bytes one after the other."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.at = 0

    def take(self, size: int) -> bytes:
        self.at += size
        return self.body[self.at - size : self.at]

    def number(self) -> int:
        """One in LEB128."""
        found = shift = 0
        while True:
            (byte,) = self.take(1)
            found |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return found

    def name(self) -> str:
        return self.take(self.number()).decode()

    def values(self) -> tuple[str, ...]:
        return tuple(VALUES[self.number()] for _ in range(self.number()))


def split(wasm: bytes) -> dict[int, bytes]:
    """Number → body of each section, in their order, but for custom ones."""
    reader = _Reader(wasm)
    reader.take(len(HEADER))
    found = {}
    while reader.at < len(wasm):
        number, body = reader.number(), reader.take(reader.number())
        if number != CUSTOM:
            found[number] = body
    return found


def joined(sections: Mapping[int, bytes]) -> bytes:
    """The wasm of these sections."""
    each = (leb(i) + sized(body) for i, body in sections.items())
    return HEADER + b"".join(each)


def functions(code: bytes) -> list[bytes]:
    """The bodies in this section of code, in their order."""
    reader = _Reader(code)
    return [reader.take(reader.number()) for _ in range(reader.number())]


def code(functions: Sequence[bytes]) -> bytes:
    """The section of code that has these bodies."""
    return leb(len(functions)) + b"".join(map(sized, functions))


def entering(function: bytes, first: bytes) -> bytes:
    """The body with these instructions before all others."""
    reader = _Reader(function)
    for _ in range(reader.number()):  # its variables: how many of a type
        reader.number()
        reader.number()
    return function[: reader.at] + first + function[reader.at :]


def exports(wasm: bytes) -> list[str]:
    """The names of what an instance gives."""
    return [name for name, _ in _exports(split(wasm)[EXPORTS])]


def exporting(names: Iterable[str], body: bytes) -> bytes:
    """The section of exports, cut down to these."""
    found = [entry for name, entry in _exports(body) if name in names]
    return leb(len(found)) + b"".join(found)


def _exports(body: bytes) -> Iterator[tuple[str, bytes]]:
    """The name of each, and its entry in the section."""
    reader = _Reader(body)
    for _ in range(reader.number()):
        start = reader.at
        name = reader.name()
        reader.take(1)  # its kind
        reader.number()
        yield name, body[start : reader.at]


def imports(wasm: bytes) -> list[Import]:
    """What an instance must be given, in this order."""
    bodies = split(wasm)
    types = _types(_Reader(bodies[TYPES]))
    reader = _Reader(bodies[IMPORTS])
    return [_import(reader, types) for _ in range(reader.number())]


def _types(reader: _Reader) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Parameters and results of every signature."""
    found = []
    for _ in range(reader.number()):
        reader.take(1)
        found.append((reader.values(), reader.values()))
    return found


def _import(
    reader: _Reader, types: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> Import:
    name = f"{reader.name()}.{reader.name()}"
    kind = KINDS[reader.number()]
    if kind == "global":
        return Import(
            name, kind, (VALUES[reader.number()],), mutable=bool(reader.number())
        )
    if kind in ("function", "tag"):
        reader.take(kind == "tag")  # its attribute
        return Import(name, kind, *types[reader.number()])
    reader.take(kind == "table")  # what it holds
    limits = reader.number()
    for _ in range(1 + limits % 2):
        reader.number()
    return Import(name, kind)


def sized(body: bytes) -> bytes:
    """The body behind its size."""
    return leb(len(body)) + body


def leb(number: int) -> bytes:
    """The number in LEB128."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + leb(rest) if rest else bytes([low])
