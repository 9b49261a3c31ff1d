"""Immutable values with named fields.

A dataclass writes, compiles and runs code for every class: 3 ms each in a browser, and
forty of them were a tenth of what a reader waits for.
"""

from typing import Any, ClassVar, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """Base of values whose fields are annotated as those of a dataclass are.

    `kw_only=True` behind a class tells type checkers that its own fields go by name.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        """Find the fields, the inherited ones first."""
        cls._names = tuple(dict.fromkeys([*cls._names, *cls.__annotations__]))
        cls._required = frozenset(n for n in cls._names if not hasattr(cls, n))

    def __init__(self, *values: Any, **named: Any) -> None:
        """Take values in the order of the fields, or by name.

        Raises:
            TypeError: A field without a value, a value without a field, or two values.
        """
        given = dict(zip(self._names, values, strict=False)) | named
        in_order = not named and len(values) == len(self._names)  # as rows are made
        if not (in_order or self._fits(given, len(values) + len(named))):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self._names)}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, _: object) -> NoReturn:
        """Refuse: a record stays as it was made."""
        raise AttributeError(f"{name} of a {type(self).__name__} cannot be set")

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same kind, with the same fields."""
        return type(self) is type(other) and self._fields() == other._fields()

    def __hash__(self) -> int:
        """A hash of all fields, which must have one."""
        return hash(tuple(self._fields().values()))

    def __repr__(self) -> str:
        """As it would be written in Python."""
        fields = ", ".join(f"{n}={value!r}" for n, value in self._fields().items())
        return f"{type(self).__name__}({fields})"

    def _fits(self, given: dict[str, Any], count: int) -> bool:
        one_each = len(given) == count
        return one_each and self._required <= given.keys() <= set(self._names)

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._names}
