"""Numeric kinds: money, rates, counts. Decimal only, half-up when shown."""

from decimal import Decimal
from typing import Any

from calc.model.errors import Wrong
from calc.model.fields import Field
from calc.money import CENT, MOST, fixed, half_up, percent, yuan
from calc.reading.numbers import read_number, read_percent
from calc.reading.plain import Unreadable

RATE_STEP = Decimal("1e-10")


class Number(Field, kw_only=True):
    """A number between two bounds; the base of the others."""

    low: Decimal = Decimal(0)
    high: Decimal = MOST
    example: str = "100"
    also: str = ""  # further units that people put behind the number

    def read(self, text: str) -> Any:
        """The number, when it lies within the bounds."""
        try:
            number = self.number(text)
        except Unreadable as why:
            clause = str(why) or f"要填数字，例如 {self.example}"
            raise Wrong(f"{self.label}{clause}") from None
        if not self.low <= number <= self.high:
            bounds = f"{self.low:,f} 到 {self.high:,f} {self.unit}"
            raise Wrong(f"{self.label}要在 {bounds}之间")
        return number

    def number(self, text: str) -> Decimal:
        """The number as it is written.

        Raises:
            Unreadable: With what to change.
        """
        return read_number(text, f"{self.unit} {self.also}")


class Money(Number, kw_only=True):
    """An amount in 元， to the 分."""

    low: Decimal = CENT
    unit: str = "元"
    also: str = "块 块钱 人民币 RMB CNY"
    example: str = "4999"

    def read(self, text: str) -> Decimal:
        """The amount; one finer than a 分 is refused, not rounded."""
        amount: Decimal = super().read(text)
        if amount != half_up(amount):
            raise Wrong(f"{self.label}最多写到分（两位小数）")
        return half_up(amount)

    def text(self, value: Decimal | None) -> str:
        """Two decimals."""
        return "" if value is None else f"{half_up(value):f}"

    def show(self, value: Decimal | None) -> str:
        """Two decimals, commas in thousands."""
        return "" if value is None else yuan(value)


class Rate(Number, kw_only=True):
    """A rate the reader states in percent (18 is 18 %), kept with its digits."""

    high: Decimal = Decimal(1000)
    unit: str = "%"
    example: str = "18"

    def text(self, value: Decimal | None) -> str:
        """The digits as stated."""
        return "" if value is None else f"{value:f}"

    show = text

    def number(self, text: str) -> Decimal:
        """The rate in percent; 万分之五 is 0.05."""
        return read_percent(text, f"{self.unit} {self.also}")


class Percent(Field, kw_only=True):
    """A rate that was computed, in percent."""

    unit: str = "%"

    def text(self, value: Decimal | None) -> str:
        """Ten decimals, half-up."""
        return "" if value is None else f"{fixed(value, RATE_STEP):f}"

    def show(self, value: Decimal | None) -> str:
        """Two decimals, half-up."""
        return "" if value is None else percent(value)


class Whole(Number, kw_only=True):
    """A whole number of something countable."""

    unit: str = "期"
    also: str = "个月 个 次"
    example: str = "12"

    def read(self, text: str) -> int:
        """The whole number."""
        number: Decimal = super().read(text)
        if number != number.to_integral_value():
            raise Wrong(f"{self.label}要填整数，例如 {self.example}")
        return int(number)

    def show(self, value: Decimal | int | None) -> str:
        """Commas in thousands."""
        return "" if value is None else f"{value:,}"
