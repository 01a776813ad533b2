"""What 管理 says of a new document: the file or the pasted text, and where it comes from."""

from django import forms
from django.core.validators import RegexValidator

from policies.models import Province, Validity
from policies.sources.limits import MAX_CHARACTERS, MAX_FILE_BYTES, MiB

PUBLICITY = ("主动公开", "依申请公开", "不予公开")
SLUG = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", "只用小写字母、数字和连字符。")


class UploadForm(forms.Form):
    """Empty fields are taken from the text, or stay unknown: nothing is invented."""

    file = forms.FileField(
        label="文件（.txt .html .docx .pdf）",
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.docx,.pdf"}),
    )
    pasted = forms.CharField(
        label="或粘贴正文",
        required=False,
        max_length=MAX_CHARACTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    slug = forms.CharField(label="地址名", max_length=60, validators=[SLUG])
    province = forms.ChoiceField(label="地区", required=False)
    title = forms.CharField(label="题名", required=False, max_length=300)
    title_is_editorial = forms.BooleanField(label="题名系编者所加", required=False)
    document_number = forms.CharField(label="发文字号", required=False, max_length=100)
    issued_on = forms.DateField(
        label="成文日期", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    validity = forms.ChoiceField(label="效力", choices=Validity.choices, initial=Validity.UNKNOWN)
    publicity = forms.ChoiceField(
        label="公开属性", choices=[("", "请选择"), *((p, p) for p in PUBLICITY)]
    )
    source_url = forms.URLField(label="来源网址", max_length=500, assume_scheme="https")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        names = Province.objects.order_by("gb_code").values_list("code", "name")
        self.fields["province"].choices = [("", "由正文辨认"), *names]

    def clean(self) -> dict:
        given = super().clean()
        file, pasted = given.get("file"), given.get("pasted", "")
        if bool(file) == bool(pasted.strip()):
            raise forms.ValidationError("请选择一个文件，或粘贴正文，二者取一。")
        if file and file.size > MAX_FILE_BYTES:
            raise forms.ValidationError(f"文件过大，上限 {MAX_FILE_BYTES // MiB} MB。")
        return given

    def content(self) -> tuple[bytes, str]:
        """The bytes and the file name; pasted text has no suffix and Unix newlines."""
        if file := self.cleaned_data["file"]:
            return file.read(), file.name
        text = self.cleaned_data["pasted"].replace("\r\n", "\n").replace("\r", "\n")
        return text.encode("utf-8"), self.cleaned_data["slug"]

    def entry_fields(self) -> dict[str, object]:
        """What was said, as a manifest says it; JSON."""
        said = {n: v for n, v in self.cleaned_data.items() if n not in {"file", "pasted"} and v}
        if "issued_on" in said:
            said["issued_on"] = said["issued_on"].isoformat()
        return said
