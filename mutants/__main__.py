"""`python -m mutants [COUNT] [SEED]`: does a test fail when `calc/` is wrong?

Each mutant is one change to one file of a copy in build/mutants; it is alive if every
test still passes. COUNT is the size of a random sample (0: all of them, for days).
"""

import os
import random
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).parents[1]
OUT = ROOT / "build" / "mutants"
COPY = OUT / "copy"
LEFT_OUT = shutil.ignore_patterns(".*", "build", "dist", "node_modules", "site")
COMMAND = f"{sys.executable} -m pytest -q -x -p no:cacheprovider"
# Of the replaced operators, those that a slip of the pen could write; others, such as
# `<<` for `+`, fail at once, and `==` for `is` is no change.
REPLACES = "Operator_"
TOLD = re.compile(
    r"_(Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Div|Mod_FloorDiv|Pow_Mul|Is_IsNot"
    r"|IsNot_Is|In_NotIn|NotIn_In|(Eq|NotEq|LtE?|GtE?)_(Eq|NotEq|LtE?|GtE?)"
    r"|USub_UAdd|Delete_USub|Delete_Not)$"
)
LONGEST = 1800  # seconds; a mutant that does not end is killed
FOLDERS = ("calculators", "maths", "model", "reading", "render", "export")
FILES = ("test_browser.py", "test_cli.py", "test_library.py", "test_money.py")
TESTS = ("test_pinned.py", *FOLDERS, *FILES)


def main(count: int = 100, seed: int = 0) -> None:
    """Try `count` mutants; write what lives to build/mutants/alive.diff."""
    shutil.rmtree(COPY, ignore_errors=True)
    shutil.copytree(ROOT, COPY, ignore=LEFT_OUT)
    os.chdir(COPY)
    if run_tests(_command(TESTS), LONGEST)[0] != TestOutcome.SURVIVED:
        sys.exit("The tests must pass before anything is changed.")
    mutants = list(_mutants())
    random.Random(seed).shuffle(mutants)  # noqa: S311 a sample, not a secret
    alive = []
    with (OUT / "alive.diff").open("w", encoding="utf-8") as file:
        for tried, mutant in enumerate(mutants[: count or None], start=1):
            diff = _survivor(mutant)
            if diff:
                alive.append(mutant)
                file.write(diff + "\n")
                file.flush()
            print(f"{tried} tried, {len(alive)} alive, of {len(mutants)}", flush=True)


def _mutants() -> Iterator[MutationSpec]:
    for path in sorted(Path("calc").rglob("*.py")):
        tree = get_ast_from_path(path)
        for name in plugins.operator_names():
            operator = plugins.get_operator(name)
            if operator.arguments() or (REPLACES in name and not TOLD.search(name)):
                continue
            places = [
                place
                for node in ast_nodes(tree)
                for place in operator().mutation_positions(node)
            ]
            for at, (start, end) in enumerate(places):
                yield MutationSpec(path, name, at, start, end)


def _survivor(mutant: MutationSpec) -> str:
    """Return the change that no test sees, or nothing."""
    tests = _nearest_first(mutant.module_path)
    result = mutate_and_test([mutant], _command(tests), LONGEST)
    killed = result.test_outcome == TestOutcome.KILLED
    return "" if killed else f"{result.diff or result.output}"


def _command(tests: Iterable[str]) -> str:
    return f"{COMMAND} {' '.join(f'tests/{name}' for name in tests)}"


def _nearest_first(where: Path) -> list[str]:
    """Order the tests so that most mutants die early."""
    room, *inner = where.with_suffix("").parts[1:]
    named = [room, f"test_{room}.py"]
    if room == "calculators":
        named = [f"{room}/{inner[0]}", f"{room}/test_{inner[0]}.py"]
    near = [name for name in named if Path("tests", name).exists()]
    return [*near, *(name for name in TESTS if name not in near)]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
