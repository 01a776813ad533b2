"""manage.py verify: does the database hold what it promises?"""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from policies.corrections.audit import verify_audit
from policies.loading.verify import document_faults, index_faults, span_counts
from policies.models import Document


class Command(BaseCommand):
    help = "核对：引文逐字相符，措施恰好覆盖正文，生效值等于抽取值加更正，审计链与检索索引完整。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def handle(self, *args: object, **options: object) -> None:
        faults, exact, total = [*verify_audit(), *index_faults()], 0, 0
        documents = list(Document.objects.in_column_order())
        for document in tqdm(documents, file=sys.stderr, unit="件", desc="核对"):
            faults += document_faults(document)
            right, records = span_counts(document)
            exact, total = exact + right, total + records
        for fault in faults:
            self.stderr.write(fault)
        self.stdout.write(
            f"{len(documents)} 件，引文相符 {exact}/{total} 条，问题 {len(faults)} 处"
        )
        if faults:
            sys.exit(1)
