"""manage.py make_corpus: a synthetic corpus for measuring, and its removal."""

import os
import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from policies.loading.corpus import human_work, make_corpus, remove_corpus
from policies.models import Document


class Command(BaseCommand):
    help = "写入机器合成的文件（约 100 条措施一件），仅供测速；处处标明“合成”。可随时中断、续写、清除。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--documents", type=int, metavar="N", help="合成文件的总数")
        what.add_argument("--remove", action="store_true", help="删除全部合成文件")
        parser.add_argument("--seed", type=int, default=1, help="随机种子（默认 1）")
        parser.add_argument(
            "--force", action="store_true", help="库中已有人工更正或为正式环境时仍写入"
        )

    def handle(self, *args: object, **options: object) -> None:
        synthetic = Document.objects.filter(synthetic=True).count()
        if options["remove"]:
            self._follow(remove_corpus(), synthetic, "删除")
            return
        wanted = options["documents"]
        if not 1 <= wanted <= 999_999:
            raise CommandError("--documents 应为 1 至 999999")
        self._protect(options["force"])
        self._follow(make_corpus(wanted, options["seed"]), max(0, wanted - synthetic), "合成")

    def _protect(self, force: bool) -> None:
        """Synthetic records beside facts that people have checked would be taken for them."""
        if force:
            return
        if os.environ.get("PORTAL_ENV") == "production":
            raise CommandError(
                "这是正式环境（PORTAL_ENV=production），不写入合成文件；确需写入请加 --force"
            )
        if number := human_work():
            raise CommandError(
                f"库中已有 {number} 项人工更正，不混入合成文件；确需写入请加 --force"
            )

    def _follow(self, batches: object, total: int, verb: str) -> None:
        done = 0
        with tqdm(total=total, file=sys.stderr, unit="件", desc=verb) as bar:
            try:
                for number in batches:
                    done += number
                    bar.update(number)
            except KeyboardInterrupt:
                raise CommandError(f"已中断：{verb} {done} 件，可重新运行以继续") from None
        self.stdout.write(f"已{verb} {done} 件")
