"""manage.py export_records: the records of all published documents as one JSON file."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from policies.loading.exporting import export_records


class Command(BaseCommand):
    help = "导出已公开文件的全部记录（JSON）；同样的数据导出同样的字节。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--output", required=True, type=Path, metavar="FILE", help="输出文件")
        parser.add_argument(
            "--extracted", action="store_true", help="导出机器抽取的原值，不计人工更正"
        )

    def handle(self, *args: object, **options: object) -> None:
        try:
            count = export_records(options["output"], options["extracted"])
        except OSError as error:
            raise CommandError(f"{options['output']}：无法写入（{error.strerror}）") from None
        self.stdout.write(f"已导出 {count} 件：{options['output']}")
