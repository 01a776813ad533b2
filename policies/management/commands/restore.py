"""manage.py restore: a backup back into the database, proven before it counts."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from policies.loading.archive.restore import restore
from policies.loading.problem import Problem


class Command(BaseCommand):
    help = "从备份恢复：要么全部恢复并核对无误，要么什么也不改。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE", help="备份文件 .zip")
        parser.add_argument("--replace", action="store_true", help="替换数据库里已有的内容")

    def handle(self, *args: object, path: Path, replace: bool, **options: object) -> None:
        try:
            manifest = restore(path, replace=replace)
        except Problem as problem:
            self.stderr.write(self.style.ERROR(f"未恢复 {problem}"))
            sys.exit(1)
        rows = manifest["rows"]
        self.stdout.write(
            f"已恢复并核对：{rows['tables/document.jsonl']} 件，{rows['tables/record.jsonl']} 条记录，"
            f"{rows['tables/correction.jsonl']} 条更正，{rows['tables/audit.jsonl']} 行审计"
        )
