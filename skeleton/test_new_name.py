"""新名字: 待写, what is asked, what is refused, identities."""

from decimal import Decimal

from calc import new_name


def test_all_of_the_amount_is_due() -> None:
    assert new_name(amount=Decimal(5)).total == Decimal(5)
