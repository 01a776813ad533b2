"""manage.py evaluate: precision, recall and F1 against the reference, every miss with its sentence."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from policies.quality.evaluate import HELD_OUT, WRITTEN, evaluate
from policies.quality.names import FIELDS, KINDS

GOLD = settings.BASE_DIR / "tests" / "gold"
BLIND = {
    HELD_OUT: settings.BASE_DIR / "tests" / "gold_held_out",
    WRITTEN: settings.BASE_DIR / "tests" / "gold_written",
}
TITLES = {
    HELD_OUT: "盲注：入库文件（首次比对之后按通则修订过规则，首测分数见 /quality/）",
    WRITTEN: "盲注：自拟文本（同上）",
}


class Command(BaseCommand):
    help = "对照人工标注测算抽取质量，结果显示在 /quality/。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gold", type=Path, default=GOLD, help="标注目录（默认 tests/gold）")
        parser.add_argument("--quiet", action="store_true", help="不逐条列出漏检与误检")

    def handle(self, *args: object, **options: object) -> None:
        blind = BLIND if options["gold"] == GOLD else {}
        try:
            report = evaluate(options["gold"], blind)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self._print(report, "标注（规则据此调整）", options["quiet"])
        for name in blind:
            self._print(report[name], TITLES[name], options["quiet"])
        if baseline := report["baseline"]:
            self.stdout.write(
                f"\n对照：只认数字的 {baseline['version']}（{baseline['date']}测）在同样 {baseline['tuples']} 个"
                f"（数值, 单位）上的召回率 {_share(baseline['recall'])}，本系统 {_share(baseline['our_recall'])}；"
                f"它共读出 {baseline['numbers']} 个数，不分是不是目标"
            )
        for pair in report["disagreements"]:
            self.stdout.write(
                f"近似句编码不一：{pair['documents']} {pair['codes']}\n  {pair['texts']}"
            )

    def _print(self, report: dict, title: str, quiet: bool) -> None:
        self.stdout.write(f"\n{title}：{'、'.join(report['annotated'])}")
        self.stdout.write(f"未标注：{'、'.join(report['not_annotated']) or '无'}\n")
        if lacking := report["without_text"]:
            self.stdout.write(
                f"未测：{'、'.join(lacking)}（既未入库，旁边也没有同名 .txt：先 ingest，或把原文放在标注旁）\n"
            )
        for row in report["rows"]:
            name = f"{KINDS[row['kind']]}·{FIELDS[row['field']]}"
            figures = " ".join(_share(row[key]) for key in ("precision", "recall", "f1"))
            self.stdout.write(
                f"{name:<12}\tP/R/F1 {figures}  n={row['n']:<4} 更正后 F1 {_share(row['effective_f1'])}"
            )
            if not quiet:
                self._print_examples(row)

    def _print_examples(self, row: dict) -> None:
        for sign, examples in (("漏", row["misses"]), ("误", row["false"])):
            for one in examples:
                said = one["expected"] if sign == "漏" else one["found"]
                self.stdout.write(
                    f"    {sign} {one['document']}@{one['start']} {said}｜{one['quote'][:80]}"
                )


def _share(value: float | None) -> str:
    return "   – " if value is None else f"{value:.3f}"
