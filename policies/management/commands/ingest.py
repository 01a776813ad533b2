"""manage.py ingest: texts into the database."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from tqdm import tqdm

from policies.loading.batch import gather, ingest
from policies.loading.problem import Problem
from policies.loading.report import LoadReport
from policies.loading.vocabulary import sync_vocabulary


class Command(BaseCommand):
    help = "把政策文本入库：不给路径则入库 seeds/manifest.toml 所列；重复执行不改动任何内容。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", type=Path, metavar="PATH", help="文本、存放文本的目录或清单 .toml"
        )
        parser.add_argument("--jobs", type=int, default=1, metavar="N", help="抽取进程数")
        parser.add_argument("--dry-run", action="store_true", help="只报告会有什么变化，不写入")
        parser.add_argument("--slug", help="单个文本的地址名（默认用文件名）")
        parser.add_argument("--province", help="单个文本的地区：代码、名称或地址名")
        parser.add_argument("--title", help="单个文本的题名")

    def handle(self, *args: object, **options: object) -> None:
        paths = options["paths"] or [settings.SEEDS_DIR / "manifest.toml"]
        given = {name: options[name] for name in ("slug", "province", "title") if options[name]}
        if given and (len(paths) > 1 or paths[0].suffix == ".toml" or paths[0].is_dir()):
            self.stderr.write("--slug --province --title 只用于单个文本文件")
            sys.exit(2)
        batch, dry_run, failed = gather(paths, given), options["dry_run"], 0
        total = len(batch.entries) + len(batch.problems)
        if not dry_run:
            sync_vocabulary()  # a term that the files have and no migrate has seen yet
        with tqdm(total=total, file=sys.stderr, unit="件", desc="入库") as bar:
            for outcome in ingest(batch, jobs=options["jobs"], dry_run=dry_run):
                with bar.external_write_mode():
                    self._say(outcome, dry_run)
                failed += isinstance(outcome, Problem)
                bar.update()
        if failed:
            self.stderr.write(f"{failed} 件未入库，其余 {total - failed} 件不受影响")
            sys.exit(1)

    def _say(self, outcome: LoadReport | Problem, dry_run: bool) -> None:
        if isinstance(outcome, Problem):
            self.stderr.write(self.style.ERROR(f"未入库 {outcome}"))
            return
        self.stdout.write(line_of(outcome, dry_run))
        for warning in (*outcome.warnings, *(f"未存 {fact}" for fact in outcome.skipped)):
            self.stderr.write(f"{outcome.slug}：{warning}")
        if dry_run:
            for name in ("added", "changed", "gone", "returned", "queued"):
                for ref in getattr(outcome, name):
                    self.stdout.write(f"  {WORDS[name]} {ref}")


WORDS = {"added": "新增", "changed": "改动", "gone": "消失", "returned": "恢复", "queued": "待核"}


def line_of(report: LoadReport, dry_run: bool) -> str:
    """One line: yunnan 新建：312 条，新增 312."""
    verb = "新建" if report.created else "更新" if report.wrote else "无变化"
    counts = [f"{word} {len(getattr(report, name))}" for name, word in WORDS.items()]
    shown = [text for text in counts if not text.endswith(" 0")]
    total = f"{sum(report.counts.values())} 条"
    return f"{report.slug} {'（试行）' if dry_run else ''}{verb}：{'，'.join([total, *shown])}"
