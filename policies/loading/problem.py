"""Why something is not loaded, said to the person who gave it."""


class Problem(Exception):
    """`where` names the file or entry, `reason` is Chinese."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}：{reason}")
        self.where = where
        self.reason = reason
