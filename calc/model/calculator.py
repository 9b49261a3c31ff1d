"""A calculator: an ordinary typed function and the questions read from its signature."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from calc.model.errors import InputErrors, Wrong
from calc.model.fields import Day, Field, fields_of, python_name
from calc.model.numbers import Money, Percent
from calc.model.picture import Picture
from calc.model.preset import StartFrom
from calc.model.record import Record
from calc.model.rows import Rows

type Answers = Mapping[str, Any]

TODAY = Day("今天", optional=True)
NONE: Mapping[str, str] = {}


class Proposal(Record):
    """What the reader's plan may be told, if the reader agrees.

    Attributes:
        facts: Name, as fields have it in `plan`, → what a box would hold.
        shown: The same in words.
    """

    facts: Mapping[str, str]
    shown: str


class Told(Record):
    """What a result says in words and pictures.

    Attributes:
        sentence: The answer, before any table.
        steps: How it was worked out, with the reader's own numbers.
        assumed: What was taken for granted.
        ask: What to ask the provider.
        pictures: The same figures to look at.
        questions: Field → what to look at again; possible, but unlikely.
        proposals: What other calculators may take from it.
    """

    sentence: str
    steps: tuple[str, ...]
    assumed: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    questions: Mapping[str, str] = NONE
    proposals: tuple[Proposal, ...] = ()


class Calculator(Record):
    """One declaration: name, questions, figures, function.

    Attributes:
        name: The slug used by the page, the command and the embeds.
        title: The name the reader sees.
        rules: The rules it follows, each with its source.
        function: Takes the parsed values as keywords, `from` as `from_`; its result has
            the outputs as attributes and `told`.
        inputs: Name → field, in the order of the form.
        outputs: Name → field, in the order of the result.
        defaults: Name → text of each input.
    """

    name: str
    title: str
    rules: tuple[str, ...]
    function: Callable[..., Any]
    inputs: Mapping[str, Field]
    outputs: Mapping[str, Field]
    defaults: Answers

    @property
    def lead(self) -> str:
        """The output that comes first and large; none where words say it all."""
        marked = (n for n, field in self.outputs.items() if field.lead)
        sums = (n for n, f in self.outputs.items() if isinstance(f, Money | Percent))
        return next(chain(marked, sums), "")

    @property
    def dated(self) -> bool:
        """Whether its results can hold payments with their due dates."""
        tables = (f for f in self.outputs.values() if isinstance(f, Rows))
        return any(table.payable for table in tables)

    def complete(self, answers: Answers) -> dict[str, Any]:
        """Every input's text: as given, else the preset's, else the default."""
        filled: dict[str, str] = {}
        for name, field in self.inputs.items():
            if isinstance(field, StartFrom):
                filled |= field.fills(answers.get(name, self.defaults[name]))
        texts = dict(self.defaults) | filled | dict(answers)
        return {name: texts[name] for name in self.inputs}

    def parse(self, answers: Answers) -> dict[str, Any]:
        """Every input's value.

        `today` may be told to any calculator: days without a year are reckoned from it.

        Raises:
            InputErrors: All that is wrong, at once.
        """
        fields = {"today": TODAY, **self.inputs}
        errors = {name: "没有这一项" for name in answers if name not in fields}
        values: dict[str, Any] = {}
        texts = {"today": answers.get("today", "")} | self.complete(answers)
        for name, field in fields.items():
            start = values.get(getattr(field, "after", "")) or values.get("today")
            try:
                values[name] = field.parse(texts[name], start)
            except Wrong as wrong:
                errors[name] = str(wrong)
            except InputErrors as wrong:
                errors |= {f"{name}.{key}": text for key, text in wrong.errors.items()}
        if errors:
            raise InputErrors(errors)
        return {name: values[name] for name in self.inputs}

    def answer(self, answers: Answers) -> "Answered":
        """What comes of answers given as text.

        Raises:
            InputErrors: All that is wrong, at once.
        """
        values = self.parse(answers)
        arguments = {python_name(name): value for name, value in values.items()}
        return Answered(
            self, self.complete(answers), values, self.function(**arguments)
        )


class Answered(Record):
    """A calculator's answer, with what was asked.

    Attributes:
        calculator: Whose.
        texts: Name → what each box holds.
        values: Name → what that means.
        result: What the function returned.
    """

    calculator: Calculator
    texts: Answers
    values: Mapping[str, Any]
    result: Any

    @property
    def told(self) -> Told:
        """The result in words and pictures."""
        told: Told = self.result.told
        return told

    @property
    def outputs(self) -> dict[str, Any]:
        """The figures and tables as the machine interface gives them."""
        return self._texts(self.calculator.outputs)

    @property
    def figures(self) -> dict[str, Any]:
        """The same without the tables, which take long."""
        fields = self.calculator.outputs.items()
        return self._texts({n: f for n, f in fields if not isinstance(f, Rows)})

    def _texts(self, fields: Mapping[str, Field]) -> dict[str, Any]:
        return {n: f.text(getattr(self.result, n)) for n, f in fields.items()}


def calculator[**P, R](
    name: str, title: str, *rules: str
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a function a calculator: attach what its signature says of it.

    Every parameter is keyword-only, annotated with a Field, and has a default; so are
    the outputs in the record the function returns.
    """

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        inputs = fields_of(function)
        outputs = fields_of(function.__annotations__["return"])
        plain = getattr(function, "__wrapped__", function)
        given = plain.__kwdefaults__ or {}
        defaults = {n: field.text(given[python_name(n)]) for n, field in inputs.items()}
        function.calculator = Calculator(  # type: ignore[attr-defined]  # read by ALL
            name, title, rules, function, inputs, outputs, defaults
        )
        return function

    return declare


def declared(function: Callable[..., Any]) -> Calculator:
    """What was declared of a function."""
    found: Calculator = function.calculator  # type: ignore[attr-defined]  # set above
    return found
