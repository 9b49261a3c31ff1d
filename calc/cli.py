"""The command: `python -m calc NAME field=value …` or `NAME --json '{…}'`.

Alone it lists the calculators; `NAME --help` says what one asks.
With `--json` it prints `{"outputs": {…}, "errors": {…}}`; without it, a table to read.
The exit status is 2 when an answer cannot be used.
"""

import json
import os
import sys
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from calc.calculators import ALL
from calc.model.calculator import Answered
from calc.model.errors import InputErrors
from calc.model.fields import Field
from calc.model.record import Record
from calc.model.rows import Rows
from calc.usage import listing, manual


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    try:
        status = _run(_options(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # who reads has closed; the flush at the end must not fail once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _run(options: Namespace) -> int:
    if options.name is None:
        _write(sys.stdout, listing())
        return 0
    calculator = ALL[options.name]
    if options.help:
        _write(sys.stdout, manual(calculator))
        return 0
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
    parser = ArgumentParser("calc", add_help=False)
    parser.add_argument("name", choices=ALL, metavar="NAME", nargs="?")
    parser.add_argument("-h", "--help", action="store_true")
    given = parser.add_mutually_exclusive_group()
    given.add_argument("--json", metavar="JSON", help="answers as a JSON object")
    given.add_argument("answers", nargs="*", default=[], metavar="field=value")
    return parser.parse_args(arguments)


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
        lines = (f"{name}: {sentence}" for name, sentence in errors.items())
        _write(sys.stderr, "\n".join(lines))
    return 2


def _print_json(outputs: Any, errors: Mapping[str, str]) -> None:
    reply = {"outputs": outputs, "errors": errors}
    text = json.dumps(reply, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(reply)
    _write(sys.stdout, text)


def _write(stream: TextIO, text: str) -> None:
    """A line; what the stream has no character for comes as an escape."""
    encoding = stream.encoding or "utf-8"  # a stream in memory has none
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


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
    _write(sys.stdout, "\n".join(lines))


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
