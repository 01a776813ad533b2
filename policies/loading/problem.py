"""Why something is not loaded, said to the person who gave it."""


class Problem(Exception):
    """`where` names the file or entry, `reason` is Chinese."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)  # both, so that it survives the way between processes
        self.where = where
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.where}：{self.reason}"
