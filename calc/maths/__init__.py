"""Decimal in, Decimal out: the formulas, without labels, units or wording."""
