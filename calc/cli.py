"""The command: `python -m calc NAME field=value …` or `NAME --json '{…}'`.

With `--json` it prints `{"outputs": {…}, "errors": {…}}`; without it, a table to read.
The exit status is 2 when an answer cannot be used.
"""

import json
import sys
import unicodedata
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from typing import Any

from calc.calculators import ALL
from calc.model.calculator import Answered
from calc.model.errors import InputErrors
from calc.model.fields import Field
from calc.model.record import Record
from calc.model.rows import Rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    options = _options(arguments)
    calculator = ALL[options.name]
    try:
        answered = calculator.answer(_answers(options))
    except InputErrors as wrong:
        return _refuse(wrong.errors, as_json=options.json is not None)
    if options.json is not None:
        _print_json(answered.outputs, {})
    else:
        _print_table(answered)
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        "calc", formatter_class=RawDescriptionHelpFormatter, epilog=_listing()
    )
    parser.add_argument("name", choices=ALL, metavar="NAME")
    given = parser.add_mutually_exclusive_group()
    given.add_argument("--json", metavar="JSON", help="answers as a JSON object")
    given.add_argument("answers", nargs="*", default=[], metavar="field=value")
    return parser.parse_args(arguments)


def _listing() -> str:
    return "\n\n".join(
        f"{c.name}  {c.title}\n"
        + "\n".join(f"  {n}={c.defaults[n]}  {f.label}" for n, f in c.inputs.items())
        for c in ALL.values()
    )


def _answers(options: Namespace) -> Mapping[str, Any]:
    if options.json is None:
        return dict(pair.partition("=")[::2] for pair in options.answers)
    try:
        answers = json.loads(options.json, parse_int=str, parse_float=str)
    except (json.JSONDecodeError, RecursionError):
        answers = None
    if not isinstance(answers, Mapping):
        raise InputErrors({"json": '要填一个 JSON 对象，例如 {"amount": "4999"}'})
    return answers


def _refuse(errors: Mapping[str, str], *, as_json: bool) -> int:
    if as_json:
        _print_json({}, errors)
    else:
        for name, sentence in errors.items():
            sys.stderr.write(f"{_whole(name)}: {sentence}\n")
    return 2


def _print_json(outputs: Any, errors: Mapping[str, str]) -> None:
    text = json.dumps({"outputs": outputs, "errors": errors}, ensure_ascii=False)
    sys.stdout.write(_whole(text) + "\n")


def _whole(text: str) -> str:
    """The text with halves of characters as JSON escapes them; none else could print."""
    return text.encode(errors="backslashreplace").decode()


def _print_table(answered: Answered) -> None:
    doubts = answered.told.questions.items()
    lines = [answered.told.sentence, *(f"{name}: {text}" for name, text in doubts), ""]
    for name, field in answered.calculator.outputs.items():
        value = getattr(answered.result, name)
        if isinstance(field, Rows):
            lines += (
                [] if not value else ["", field.label, *_aligned(field.columns, value)]
            )
        elif value is not None:
            lines.append(f"{field.label} {field.show(value)} {field.unit}".rstrip())
    sys.stdout.write("\n".join(lines) + "\n")


def _aligned(columns: Mapping[str, Field], rows: Sequence[Record]) -> list[str]:
    table = [[c.label for c in columns.values()]]
    table += [
        [c.show(getattr(row, name)) for name, c in columns.items()] for row in rows
    ]
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            " " * (w - _width(cell)) + cell
            for cell, w in zip(line, widths, strict=True)
        )
        for line in table
    ]


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
