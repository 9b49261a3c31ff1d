"""One style sheet, without what makes a page slow."""

from publish.theme import paint

THEIRS = "a{}.tabbed-set>*,.tabbed-labels{}\n/*# sourceMappingURL=main.css.map */"
OURS = "b{}\n.tabbed-set,p{}"


def test_one_sheet_holds_all_in_their_order() -> None:
    sheet = paint.sheet([THEIRS, OURS])
    assert sheet.content.split() == [b"a{}", b"b{}", b".tabbed-set,p{}"]


def test_its_name_changes_with_it() -> None:
    assert paint.sheet([THEIRS]).name != paint.sheet([OURS]).name


def test_focus_is_marked_without_a_script() -> None:
    sheet = paint.sheet(["summary:not(.focus-visible){outline:none}"])
    assert sheet.content == b"summary:not(:focus-visible){outline:none}"
