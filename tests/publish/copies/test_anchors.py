"""Many pages in one: no id twice, and every link still leads where it led."""

import pytest

from publish.copies.anchors import book_id, within_book

PAGES = {"index.html", "guides/overdue.html", "reference/rules.html"}


def moved(html: str) -> str:
    return within_book(html, "guides/overdue.html", PAGES)


def test_an_id_and_what_points_to_it_get_the_name_of_the_page() -> None:
    html = '<label for="calc-1.amount">a</label><input id="calc-1.amount"/>'
    name = "guides-overdue-calc-1.amount"
    assert moved(html) == f'<label for="{name}">a</label><input id="{name}"/>'


def test_a_list_of_ids_is_followed() -> None:
    assert moved('<input aria-describedby="hint error"/>') == (
        '<input aria-describedby="guides-overdue-hint guides-overdue-error"/>'
    )


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("../reference/rules.html", "#reference-rules"),
        ("../reference/rules.html#grace", "#reference-rules-grace"),
        ("../index.html", "#index"),
        ("#here", "#guides-overdue-here"),
        ("#%E8%BF%99", "#guides-overdue-%E8%BF%99"),
        ("#check=money.limit", "#check=money.limit"),
        ("https://example.org/a.html#b", "https://example.org/a.html#b"),
        ("tel:12363", "tel:12363"),
    ],
)
def test_a_link_leads_where_it_led(address: str, place: str) -> None:
    html = f'<p id="here"></p><p id="这"></p><a class="x" href="{address}">a</a>'
    assert f'<a class="x" href="{place}">' in moved(html)


def test_text_is_left_alone() -> None:
    text = '<p>id="a" href="#a"</p>'
    assert moved(text) == text


def test_pages_have_names_of_their_own() -> None:
    assert len({book_id(page) for page in PAGES}) == len(PAGES)
