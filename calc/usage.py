"""What the command says of the calculators: their names, or all that one asks."""

import json
from collections.abc import Iterator

from calc.calculators import ALL
from calc.model.calculator import Calculator
from calc.model.fields import Choice, Field
from calc.model.preset import StartFrom
from calc.model.rows import Lines, Rows

COMMAND = "python -m calc"


def listing() -> str:
    """Every calculator with its name, and how to go on."""
    width = max(map(len, ALL))
    names = [f"  {c.name:<{width}}  {c.title}" for c in ALL.values()]
    return "\n".join(
        (
            f"{COMMAND} NAME [field=value …]",
            f'{COMMAND} NAME --json \'{{"field": "value"}}\'',
            f"{COMMAND} NAME --help",
            "",
            *names,
        )
    )


def manual(calculator: Calculator) -> str:
    """The fields of a calculator with choices and units, its figures, an example."""
    inputs, outputs = calculator.inputs, calculator.outputs
    return "\n".join(
        (
            f"{calculator.name}  {calculator.title}",
            "",
            *(
                line
                for name, f in inputs.items()
                for line in _asked(name, f, calculator)
            ),
            "",
            *(f"→ {name}  {_label(field)}" for name, field in outputs.items()),
            "",
            *calculator.rules,
            "",
            _example(calculator),
        )
    )


def _asked(name: str, field: Field, calculator: Calculator) -> Iterator[str]:
    default = calculator.defaults[name]
    left_out = "[可不填]" if field.optional else ""
    if not isinstance(field, Rows):
        left_out = left_out or f"[{default}]"
    yield f"  {name}  {_label(field)} {left_out}".rstrip()
    if field.hint:
        yield f"      {field.hint}"
    if field.when:
        yield f"      只在 {field.when.replace('&', '、')} 时用到"
    if isinstance(field, Choice | StartFrom):
        yield from (f"      {value}  {label}" for value, label in field.options.items())
    if isinstance(field, Rows):
        yield from (f"      .{key}  {_label(c)}" for key, c in field.columns.items())


def _label(field: Field) -> str:
    return f"{field.label}（{field.unit}）" if field.unit else field.label


def _example(calculator: Calculator) -> str:
    """A command line with the defaults that are no table, or the tables as JSON."""
    tables = {
        name: calculator.defaults[name]
        for name, field in calculator.inputs.items()
        if isinstance(field, Rows) and not isinstance(field, Lines)
    }
    command = f"{COMMAND} {calculator.name}"
    if tables:
        return f"{command} --json '{json.dumps(tables, ensure_ascii=False)}'"
    texts = {n: t for n, t in calculator.defaults.items() if t and t != "own"}
    words = (
        f'{name}="{text}"' if " " in text else f"{name}={text}"
        for name, text in texts.items()
    )
    return " ".join([command, *list(words)[:4]])
