"""Read a brand file: find what of it a page prints, and report what is passed over."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final, TypeGuard

from leafwright import integrity
from leafwright.decode import decode, suggest
from leafwright.families import BUNDLED, DEFAULT, FALLBACKS, FAMILIES
from leafwright.model.brand import Brand
from leafwright.model.brand_file import BrandFile
from leafwright.model.inheritance import inherit
from leafwright.problems import ContentError, Place, Problem, problem_at, refusal_at
from leafwright.source import Mapping, Node, Scalar, Sequence

SIZES: Final = ("medium", "large", "small")
"""The sizes of a logo, the best for the head of a page first."""
PRINTED: Final = ("foreground", "background", "primary")
"""The colours that a page uses."""
TAKEN: Final = frozenset(source.family.casefold() for source in (*BUNDLED, *FALLBACKS.values()))
"""The names of bundled families, in small letters: none of them can be another family as well."""


def make_brand(tree: Mapping) -> tuple[Brand, tuple[Problem, ...]]:
    """Make a brand of a file's values, and tell what of the file is passed over.

    Raises ContentError with every problem of the file.
    """
    written = decode(BrandFile, tree)
    brand = decode(Brand, settle(tree))
    return brand, (*integrity.check_brand_file(written), *integrity.check_palette(brand.color))


def settle(tree: Mapping) -> Mapping:
    """Reduce a file that has the form of the standard to what a page prints, each value at its place.

    Raises ContentError for a logo that names no file, or has no words.
    """
    whole = printed_of(tree)
    name = _name(whole)
    return _mapping(
        whole.place,
        {
            "meta": _mapping(whole.place, {"name": name} if name else {}),
            "color": settle_colours(whole),
            "logo": settle_logo(whole),
            "typography": settle_type(whole),
        },
    )


def printed_of(tree: Mapping) -> Mapping:
    """Return a brand file with what it says for Leafwright in place of what it says for all programs."""
    return lay_over(tree, _below(_below(tree, "defaults"), "leafwright"))


def lay_over(base: Mapping, changes: Mapping) -> Mapping:
    """Return `changes` with what they lack taken from `base`; a bare logo may name an image of it."""
    logo = changes.get("logo")
    if isinstance(logo, Scalar) and isinstance(base.get("logo"), Mapping):
        changes = _mapping(changes.place, {**changes, "logo": _mapping(logo.place, {"medium": logo})})
    return inherit(BrandFile, base, changes)


def _below(tree: Mapping, key: str) -> Mapping:
    below = tree.get(key)
    return below if isinstance(below, Mapping) else Mapping(tree.key_place(key))


def _mapping(place: Place, values: dict[str, Node]) -> Mapping:
    made = Mapping(place)
    made.update({key if isinstance(key, Scalar) else Scalar(key, place): values[key] for key in values})
    return made


def _name(whole: Mapping) -> Node:
    written = _below(whole, "meta").get("name")
    return written.get("full") or written.get("short") if isinstance(written, Mapping) else written


def settle_colours(whole: Mapping) -> Mapping:
    """Take the colours for light grounds; a role may be named where a name of the palette may."""
    written = _below(whole, "color")
    plain = {
        key: value["light"] if isinstance(value, Mapping) and "light" in value else value
        for key, value in written.items()
        if key != "palette"
    }
    palette = _below(written, "palette")
    used = {str(value) for value in (*palette.values(), *plain.values())}
    roles = {
        key: value
        for key, value in plain.items()
        if isinstance(value, Scalar) and key not in palette and (key not in PRINTED or key in used)
    }
    printed = {key: value for key, value in plain.items() if key in PRINTED}
    return _mapping(written.place, {**printed, "palette": _mapping(palette.place, {**roles, **palette})})


def settle_logo(whole: Mapping) -> Mapping:
    """Choose the logo for white paper and the one for dark grounds, in the best size.

    A logo without words is read aloud as the name.

    Raises ContentError if it names no file, or has no words.
    """
    written, place, name = whole.get("logo"), whole.key_place("logo"), _name(whole)
    if written is None:
        raise refusal_at(place, "missing-field", "'logo' is missing", "add `logo:`")
    images = _below(written, "images") if isinstance(written, Mapping) else Mapping(place)
    best = _best_size(written)
    image = _image(best, images, ())
    if image is None or image.get("path") is None:
        message = "the logo names no file for white paper"
        raise refusal_at(place, "missing-field", message, "add `path:`, or `light:` beside `dark:`")
    if image.get("alt") is None and name is None:
        hint = "write what the logo says, or the name of the brand: `meta: {name: ...}`"
        raise refusal_at(image.place, "missing-field", "'alt' of the logo is missing", hint)
    dark = _dark_form(best, images)
    return _mapping(image.place, {**_mapping(image.place, {"alt": name}), **image, **dark})


def _dark_form(written: Node, images: Mapping) -> Mapping:
    """Find the file of the form for dark grounds, which a logo or the image that it names may have."""
    form = written.get("dark") if isinstance(written, Mapping) else None
    if form is None:
        named = images.get(written) if isinstance(written, Scalar) else None
        return _dark_form(named, images) if isinstance(named, Mapping) else Mapping(images.place)
    path = (_image(form, images, ()) or Mapping(images.place)).get("path")
    return _mapping(path.place, {"dark": path}) if isinstance(path, Scalar) else Mapping(images.place)


def at_own_choice(problem: Problem, own: Mapping | None, brand: Brand | None) -> Problem:
    """Place a fault of a logo that another clinic's file names where a clinic's own file chooses it."""
    chosen = _own_choice(own) if own else None
    if not (own and brand and chosen) or (logo := brand.logo.place_of("path")).file == own.place.file:
        return problem
    if problem.place == logo:
        return replace(problem, place=chosen)
    if problem.place.file == (file := integrity.logo_file(brand)):
        return replace(problem, place=chosen, message=f"in {file}, {problem.message}")
    return problem


def _own_choice(own: Mapping) -> Place | None:
    """Return where a file chooses the logo; None if it does not."""
    chosen = _best_size(printed_of(own).get("logo"))
    if isinstance(chosen, Mapping):
        chosen = chosen.get("light") or chosen.get("path")
    return chosen.place if isinstance(chosen, Scalar) else None


def _best_size(written: Node) -> Node:
    sizes = written if isinstance(written, Mapping) and "path" not in written else {}
    return next((sizes[size] for size in SIZES if sizes.get(size) is not None), written)


def _image(written: Node, images: Mapping, seen: tuple[str, ...]) -> Mapping | None:
    """Follow names of images to a file and its words."""
    match written:
        case Scalar() if written in images and written not in seen:
            return _image(images[written], images, (*seen, written))
        case Scalar():
            if problem := _no_file(written, images, seen):
                raise ContentError([problem])
            return _mapping(written.place, {"path": written})
        case Mapping() if "path" not in written and written.get("light") is not None:
            return _image(written["light"], images, seen)
        case Mapping():
            path = _image(written.get("path"), Mapping(written.place), ())
            return _mapping(written.place, {**(path or {}), **_keep(written, {"path", "alt"})})
    return None


def _no_file(written: Scalar, images: Mapping, seen: tuple[str, ...]) -> Problem | None:
    """Report a picture that names no file."""
    if "://" in written:
        message = f"'{written}' is on the web, and nothing is fetched from there"
        hint = "save it beside _brand.yml, and name that file"
    elif written in seen:
        message = f"the images go in a circle: {', '.join((*seen, written))}"
        hint = "give one of them a file"
    elif images and not PurePosixPath(written).suffix:
        message, hint = f"'{written}' is none of the images, and no file", suggest(written, tuple(images))
    else:
        return None
    return problem_at(written.place, "missing-picture", message, hint)


def settle_type(whole: Mapping) -> Mapping:
    """Take the families: headings have that of the text if they name none."""
    written = _below(whole, "typography")
    brought = _brought(written)
    known = (*brought, *FAMILIES)
    base = _family(written, "base", known) or _mapping(
        written.place, {"family": Scalar(DEFAULT, written.place)}
    )
    headings = _family(written, "headings", known) or base
    used = {str(base["family"]), str(headings["family"])} - {*FAMILIES}
    fonts = Sequence(written.key_place("fonts"))
    fonts += [brought[family] for family in sorted(used & brought.keys())]
    return _mapping(written.place, {"fonts": fonts, "base": base, "headings": headings})


def _brought(typography: Mapping) -> dict[str, Mapping]:
    """Collect the families that come as files or in a package, by their names, except bundled ones."""
    families: dict[str, Mapping] = {}
    fonts = typography.get("fonts")
    for font in filter(_brings, fonts if isinstance(fonts, Sequence) else ()):
        family = families.setdefault(str(font["family"]), _keep(font, {"family", "package"}))
        before, more = family.get("files"), font.get("files")
        files = Sequence(font.place)
        for file in (*(before or ()), *(more or ())):
            files.append(_mapping(file.place, {"path": file}) if isinstance(file, Scalar) else file)
        family["files"] = files
    return families


def _brings(font: Node) -> TypeGuard[Mapping]:
    if not isinstance(font, Mapping) or str(font.get("family")).casefold() in TAKEN:
        return False
    return bool(font.get("files") or font.get("package"))


def _keep(written: Mapping, keys: Collection[str]) -> Mapping:
    return _mapping(written.place, {key: written[key] for key in written if key in keys})


def _family(typography: Mapping, kind: str, known: Collection[str]) -> Mapping | None:
    """Take the family of a kind of text; of a list in one line, the first that is there."""
    written = typography.get(kind)
    given = written if isinstance(written, Mapping) else _mapping(typography.place, {"family": written})
    family = given.get("family")
    if not isinstance(family, Scalar):
        return None
    names = [name.strip(" '\"") for name in family.split(",")]
    chosen = next((name for name in names if name in known), names[0])
    place = given.key_place("family") if isinstance(written, Mapping) else family.place
    return _mapping(place, {"family": Scalar(chosen, family.place)})
