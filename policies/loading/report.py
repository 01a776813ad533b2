"""What a load did, for the command's line and the preview page."""

from dataclasses import dataclass, field


@dataclass
class LoadReport:
    """Refs by what happened to them. Nothing anywhere: the load wrote nothing."""

    slug: str
    created: bool = False
    counts: dict[str, int] = field(default_factory=dict)  # kind -> records found
    document: list[str] = field(default_factory=list)  # columns of the document that changed
    collections: list[str] = field(default_factory=list)  # titles of those it stands in
    provisions: bool = False
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    queued: list[str] = field(default_factory=list)  # "ref cause"
    skipped: list[str] = field(default_factory=list)  # facts that cannot be stored, and why
    warnings: list[str] = field(default_factory=list)  # of the reader

    @property
    def wrote(self) -> bool:
        """Whether anything in the database changed."""
        return bool(
            self.created
            or self.document
            or self.provisions
            or self.added
            or self.changed
            or self.gone
            or self.returned
            or self.queued
        )

    def summary(self) -> dict[str, int]:
        """What the audit row and the command's line say."""
        lists = ("added", "changed", "gone", "returned", "queued", "skipped")
        return {"records": sum(self.counts.values())} | {n: len(getattr(self, n)) for n in lists}
