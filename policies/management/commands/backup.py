"""manage.py backup: the whole portal as one portable file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from policies.loading.archive.backup import backup


class Command(BaseCommand):
    help = "备份为一个文件：逐行 JSON、正文、原件、审计与哈希清单；两种数据库通用。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE", help="备份文件 .zip")

    def handle(self, *args: object, path: Path, **options: object) -> None:
        manifest = backup(path)
        rows = manifest["rows"]
        self.stdout.write(
            f"{path}：数据版本 {manifest['data_version']}，"
            f"{rows['tables/document.jsonl']} 件，{rows['tables/record.jsonl']} 条记录，"
            f"{rows['tables/correction.jsonl']} 条更正，{rows['tables/audit.jsonl']} 行审计"
        )
