import tomllib
from typing import Any

import pytest

from trainer import resources
from trainer.app import Program
from trainer.desktop.widgets.face.clothes import OVERS, TOPS
from trainer.desktop.widgets.face.extras import HATS, RIMS
from trainer.desktop.widgets.face.hair import BEARDS
from trainer.desktop.widgets.face.hair_shapes import STYLES
from trainer.desktop.widgets.face.people import Gallery, Look


@pytest.fixture(scope="module")
def bundled_table() -> dict[str, Any]:
    """Return what assets/faces.toml holds."""
    return tomllib.loads(resources.asset("faces.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def gallery(bundled_table: dict[str, Any]) -> Gallery:
    """Return the bundled looks."""
    return Gallery(bundled_table)


def test_every_customer_of_the_bundled_scenarios_has_a_look(gallery: Gallery) -> None:
    """Each is drawn from a look of their own, of about their age."""
    customers = [scenario.customer for scenario in Program().library.scenarios.values()]

    assert len(customers) >= 24
    assert [c.name for c in customers if c.name not in gallery.people] == []
    assert [c.name for c in customers if c.age != gallery.people[c.name].age] == []


def test_no_two_people_could_be_taken_for_each_other(gallery: Gallery) -> None:
    """Any two differ in three or more of head, hair, beard, skin, glasses, hat and clothes."""
    people = list(gallery.people.items())
    alike = [
        (one, other)
        for place, (one, look) in enumerate(people)
        for other, second in people[place + 1 :]
        if sum(a != b for a, b in zip(_seen(look), _seen(second), strict=True)) < 3
    ]

    assert alike == []


def test_every_name_in_a_look_is_known(gallery: Gallery) -> None:
    """Shapes and colours that looks name can all be drawn."""
    for person, look in gallery.people.items():
        hair, clothes = look.hair, look.clothes
        shapes = (
            (hair.style, STYLES),
            (hair.beard, BEARDS),
            (clothes.top, TOPS),
            (clothes.over, {"none", *OVERS}),
            (clothes.glasses, {"none", *RIMS}),
            (clothes.hat, {"none", *HATS}),
            (clothes.earrings, {"none", "studs", "hoops"}),
            (look.reads_as, {"woman", "man", "either"}),
            (look.skin, gallery.skins),
            (look.iris, gallery.irises),
        )
        assert [name for name, known in shapes if name not in known] == [], person
        hairs = {hair.colour, hair.beard_colour, hair.brow_colour} - {""}
        assert hairs <= gallery.hairs.keys(), person
        cloths = (clothes.colour, clothes.over_colour, clothes.glasses_colour, clothes.hat_colour)
        assert {*cloths, clothes.tie} - {""} <= gallery.cloths.keys(), person


def test_what_strangers_wear_is_known(gallery: Gallery, bundled_table: dict[str, Any]) -> None:
    """The clothes are among the cloths, and every skin has hairs to choose from."""
    assert set(bundled_table["other_clothes"]) <= gallery.cloths.keys()
    assert bundled_table["other_hairs"].keys() == gallery.skins.keys()
    for hairs in bundled_table["other_hairs"].values():
        assert set(hairs) <= gallery.hairs.keys()


def test_a_stranger_always_looks_the_same(bundled_table: dict[str, Any]) -> None:
    """Another start of the program, and another order of the table, change nobody's face."""
    one = Gallery(bundled_table).look_of("Petra Okonkwo", 40)
    again = Gallery(bundled_table).look_of("Petra Okonkwo", 40)

    assert one == again


def test_strangers_differ(gallery: Gallery) -> None:
    """Twenty names of one age get more than a handful of faces."""
    looks = {gallery.look_of(f"Customer {number}", 45) for number in range(20)}

    assert len(looks) >= 8


@pytest.mark.parametrize(
    ("name", "reads_as"),
    [
        ("Mrs Okafor", "woman"),
        ("Mr. Yilmaz", "man"),
        ("Frau Kessler", "woman"),
        ("Maria Lopez", "woman"),
        ("PETER Hansen", "man"),
    ],
)
def test_titles_and_first_names_choose_the_look(gallery: Gallery, name: str, reads_as: str) -> None:
    """A title or a known first name decides, in any case."""
    for age in (20, 40, 60, 80):
        assert gallery.look_of(name, age).reads_as == reads_as


def test_a_stranger_looks_about_as_old_as_they_are(gallery: Gallery) -> None:
    """The look is one of their age, and takes the age itself for its lines."""
    looks = [gallery.look_of(f"Somebody {number}", 75) for number in range(30)]

    assert {look.age for look in looks} == {75}
    assert {look.hair.style for look in looks} <= {
        look.hair.style for look in gallery.people.values() if look.age >= 61
    }


@pytest.mark.parametrize("age", [1, 110, None])
def test_an_age_that_nobody_has_gets_a_look_too(gallery: Gallery, age: int | None) -> None:
    """Very young, very old or unknown: there is a face, the nearest."""
    look = gallery.look_of("Quill", age)

    assert age is None or look.age == age


def _seen(look: Look) -> tuple[object, ...]:
    hair, clothes = look.hair, look.clothes
    worn = (clothes.top, clothes.over, clothes.colour)
    return (look.head, hair.style, hair.colour, hair.beard, look.skin, clothes.glasses, worn)
