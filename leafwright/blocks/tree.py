"""What happens to a number of people, step by step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext
from leafwright.blocks.denominator import Denominator
from leafwright.blocks.traits import CountedEvent, LeafletPart, PassageKind
from leafwright.model.record import Record, fault
from leafwright.model.words import Words
from leafwright.phrasing.phrases import say_number
from leafwright.text import Text, phrase

MOST_LEVELS: Final = 4
CHECK: Final = "check them: everyone is in one of the two"


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchView:
    """So many people, and the two groups that they become; `ends` of all their groups become no others."""

    ends: int
    n: Text
    text: Text
    is_main: bool
    then: tuple["BranchView", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeView(BlockView):
    """A tree, read from everyone to the smallest group."""

    kind = "tree"
    whole = True
    needs_width = True

    root: BranchView


class Branch(Record):
    """A group of people, and what becomes of them."""

    n: Annotated[int, Field(ge=0)]
    """How many people."""
    text: Annotated[Text, PassageKind.ITEM]
    """What becomes of them."""
    main: bool = False
    """Whether it is the group to look at first."""
    then: Annotated[tuple["Branch", ...], Field(min_length=2, max_length=2)] = ()
    """The two groups that they part into."""

    @model_validator(mode="after")
    def _check_groups(self) -> Self:
        parts = [branch.n for branch in self.then]
        if parts and sum(parts) != self.n:
            message = f"{' and '.join(map(str, parts))} make {sum(parts)}, and the group has {self.n}"
            raise fault("uneven-branches", message, CHECK, at="then")
        if len([branch for branch in self.then if branch.main]) > 1:
            raise fault("two-main-branches", "both groups are the main one", "keep one `main`", at="then")
        return self

    @property
    def levels(self) -> int:
        """How many levels of groups there are from here down."""
        return 1 + max((branch.levels for branch in self.then), default=0)

    def below(self) -> Iterator[tuple["Branch", int]]:
        """Go through all groups below, each with the number of people that it is a part of."""
        for branch in self.then:
            yield branch, self.n
            yield from branch.below()

    def view(self, words: Words) -> BranchView:
        """Write the numbers as the language does."""
        below = tuple(branch.view(words) for branch in self.then)
        return BranchView(
            ends=sum(branch.ends for branch in below) or 1,
            n=phrase(say_number(self.n, words)),
            text=self.text,
            is_main=self.main,
            then=below,
        )


class Tree(BlockRecord):
    """What becomes of a number of people, who part into two groups, and again, in up to four levels."""

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.NUMBERS,)

    kind: Literal["tree"]
    of: Denominator
    """How many people there are at the beginning."""
    root: Branch
    """The people at the beginning."""

    @model_validator(mode="after")
    def _check_root(self) -> Self:
        if self.root.n != self.of:
            message = f"the tree begins with {self.root.n} people, and `of` is {self.of}"
            raise fault("uneven-branches", message, "write the same number", at=self.root.place_of("n"))
        if self.root.levels > MOST_LEVELS:
            message = f"the tree has {self.root.levels} levels"
            raise fault("deep-tree", message, f"write at most {MOST_LEVELS}, or two trees", at="root")
        return self

    def counted(self) -> Iterator[CountedEvent]:
        """Go through what happens, out of everyone and out of the group above; twice the same is also one."""
        named: dict[str, list[tuple[Branch, int]]] = {}
        for branch, above in self.root.below():
            event, _, _ = branch.text.plain.partition(". ")
            named.setdefault(event, []).append((branch, above))
        for event, same in named.items():
            shares = [(sum(branch.n for branch, _ in same), self.of)]
            shares += [share for branch, above in same for share in ((branch.n, self.of), (branch.n, above))]
            yield CountedEvent(
                event=event,
                shares=tuple((n, of) for n, of in shares if n <= of and of),
                place=same[0][0].place_of("n"),
                source=self.cited,
            )

    @property
    def cited(self) -> tuple[str, ...]:
        """The references of all groups: one is the source of the whole tree."""
        branches = [self.root, *(branch for branch, _ in self.root.below())]
        return tuple(dict.fromkeys(key for branch in branches for key in branch.text.keys))

    def view(self, context: BlockContext) -> TreeView:
        """Write the numbers as the language does."""
        return TreeView(id=self.id, root=self.root.view(context.words))
