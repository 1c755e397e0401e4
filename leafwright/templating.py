"""Find templates, in a sandbox, and report faults in those of the workspace at their own file and line.

A fault in a bundled template is no author's mistake, and is raised unchanged.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PurePosixPath
from types import BuiltinMethodType, CodeType, MethodType, TracebackType
from typing import Any, Final

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from leafwright.problems import ContentError, Place, Problem
from leafwright.workspace import Workspace

MOST_COUNTED: Final = 10_000
"""How many numbers a page may count in all; a template that counts further may never end."""
FOLDER: Final = "templates"
_LEFT: ContextVar[int] = ContextVar("left", default=MOST_COUNTED)


BELOW: Final = "print/"
"""How the names of templates begin that others lie over."""
MOST_KEPT: Final = 4096
"""How many compiled templates, or answers of the sandbox, are cached."""
_METHODS: Final = (MethodType, BuiltinMethodType)


class CompiledTemplates(BytecodeCache):
    """Caches compiled templates, each under its file's path and a hash of its text."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load a compiled template from the cache."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache a compiled template."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        if bucket.code:
            self._kept[bucket.key, bucket.checksum] = bucket.code


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with its answers cached by type and name, on which alone they depend.

    Each page reads several thousand attributes; asking every time took a fifth of the time of a page.
    """

    def __init__(self, **options: Any) -> None:
        """Begin with no answers."""
        super().__init__(**options)
        self._answers: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Return whether a template may read an attribute."""
        asked = (type(obj), attr)
        if asked not in self._answers:
            if len(self._answers) >= MOST_KEPT:
                self._answers.clear()
            self._answers[asked] = super().is_safe_attribute(obj, attr, value)
        return self._answers[asked]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read an attribute; what Jinja must look at, such as a method that formats, is left to it."""
        value = getattr(obj, attribute, None)
        known = self._answers.get((type(obj), attribute), False)
        if known and value is not None and not isinstance(value, _METHODS):
            return value
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *given: Any, **named: Any) -> Any:
        """Call something; a macro is always safe to call, and most calls are of macros."""
        if type(obj) is not Macro:
            return super().call(context, obj, *given, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return obj(context.eval_ctx, *given, **named)


class WorkspaceLoader(BaseLoader):
    """Finds templates in the workspace first, then among the shared ones.

    Those in the folder `over` come before others of the same name, so that two kinds of pages share the rest.
    They reach what they lie over below `print/`.
    """

    def __init__(self, workspace: Workspace, over: str = "") -> None:
        """Look in the folders of `workspace`."""
        self.workspace, self.over = workspace, over

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  # Jinja's signature
        """Return a template's text and its path."""
        folders = ("templates",) if template.startswith(BELOW) else (self.over or "templates", "templates")
        for folder in folders:
            name = f"{folder}/{template.removeprefix(BELOW)}"
            if (content := self.workspace.read(name)) is not None:
                return content.decode(), str(self.workspace.find(name)), None
        raise TemplateNotFound(template)


def count(*ends: int) -> Iterator[int]:
    """Count as `range` does, for templates. Raises TemplateRuntimeError beyond what a page may count."""
    for number in range(*ends):
        left = _LEFT.get()
        if not left:
            message = f"it counts further than {MOST_COUNTED:,}"
            raise TemplateRuntimeError(message)
        _LEFT.set(left - 1)
        yield number


@contextmanager
def report_template_faults(workspace: Workspace) -> Iterator[None]:
    """Raise faults of a template of the workspace as ContentError, with the line."""
    token = _LEFT.set(MOST_COUNTED)
    try:
        yield
    except ContentError:
        raise
    except Exception as fault:
        place = _place_of(fault, workspace)
        if place is None:
            raise
        raise ContentError([_bad_template(place, _reason_of(fault))]) from fault
    finally:
        _LEFT.reset(token)


def refuse_missing(names: Iterable[str], workspace: Workspace, kinds: Collection[str] = ()) -> None:
    """Raise ContentError for pictures that a template of the workspace names and that cannot be shown.

    They are missing, or, where only some `kinds` of files can be shown, of another kind.
    """
    problems = []
    for name in names:
        is_missing = workspace.find(name) is None
        if is_missing or (kinds and PurePosixPath(name).suffix.lower() not in kinds):
            message = (
                f"there is no picture '{name}'" if is_missing else f"'{name}' is no picture for a screen"
            )
            place = _place_naming(name, workspace)
            problems += [_bad_template(place, message)] if place else []
    if problems:
        raise ContentError(problems)


def _bad_template(place: Place, message: str) -> Problem:
    hint = "correct the template, or delete it: then the bundled one is used"
    return Problem(place=place, code="bad-template", message=message, hint=hint)


def _reason_of(fault: Exception) -> str:
    """Describe a fault; the message of an undefined name is clear by itself, unlike Python's own."""
    detail = " ".join(str(fault).split()) or "no more is known"
    match fault:
        case TemplateNotFound():
            return f"there is no template '{fault.name}'"
        case UnicodeDecodeError():
            return "the file is not UTF-8"
        case RecursionError():
            return "it includes or calls itself without end"
        case TemplateSyntaxError() | TemplateRuntimeError():
            return detail
    return f"{type(fault).__name__}: {detail}"


def _place_of(fault: Exception, workspace: Workspace) -> Place | None:
    """Find the line of the workspace's own templates that has a fault, in the innermost of them."""
    if isinstance(fault, UnicodeDecodeError):
        return next(_not_utf_8(workspace), None)
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        return _own_place(Path(fault.filename), fault.lineno, workspace)
    places = (_own_place(Path(file), line, workspace) for file, line in _steps(fault.__traceback__))
    return next((place for place in reversed(list(places)) if place), None)


def _not_utf_8(workspace: Workspace) -> Iterator[Place]:
    """Find the workspace's own templates in another encoding, each at its first wrong byte."""
    for path in workspace.list(FOLDER, "**/*.html"):
        content = path.read_bytes()
        try:
            content.decode()
        except UnicodeDecodeError as fault:
            place = _own_place(path.resolve(), content.count(b"\n", 0, fault.start) + 1, workspace)
            if place is not None:
                yield place


def _steps(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _own_place(path: Path, line: int, workspace: Workspace) -> Place | None:
    root = (workspace.root / FOLDER).resolve()
    return (
        Place(file=f"{FOLDER}/{path.relative_to(root).as_posix()}", line=line)
        if path.is_relative_to(root)
        else None
    )


def _place_naming(name: str, workspace: Workspace) -> Place | None:
    """Find where a template of the workspace writes a name."""
    root = (workspace.root / FOLDER).resolve()
    for path in workspace.list(FOLDER, "**/*.html"):
        if path.resolve().is_relative_to(root):
            for number, text in enumerate(
                workspace.read_file(path).decode("utf-8", "replace").splitlines(), start=1
            ):
                if name in text:
                    return Place(
                        file=f"{FOLDER}/{path.resolve().relative_to(root).as_posix()}",
                        line=number,
                        column=text.index(name) + 1,
                    )
    return None
