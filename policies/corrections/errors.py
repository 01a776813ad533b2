"""Why an act of a person is refused, in Chinese."""


class CorrectionError(Exception):
    """Nothing was written; the message is for the person."""


class StaleVersion(CorrectionError):
    """The record or document has changed since the person saw it: answer 409 with both."""

    def __init__(self, subject: str, based_on: int, current: int) -> None:
        super().__init__(
            f"{subject} 已被他人改动：您所据的是第 {based_on} 版，现为第 {current} 版，请核对后重新提交"
        )
        self.subject = subject
        self.based_on = based_on
        self.current = current
