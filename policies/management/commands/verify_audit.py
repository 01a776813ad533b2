"""manage.py verify_audit: has anyone touched the audit rows?"""

import sys

from django.core.management.base import BaseCommand

from policies.corrections.audit import verify_audit
from policies.models import Audit


class Command(BaseCommand):
    help = "核对审计链：改动、删除、插入、乱序的行都会被发现。"
    requires_system_checks = ()  # addresses and templates are none of its business

    def handle(self, *args: object, **options: object) -> None:
        faults = verify_audit()
        for fault in faults:
            self.stderr.write(fault)
        self.stdout.write(f"审计 {Audit.objects.count()} 行，问题 {len(faults)} 处")
        if faults:
            sys.exit(1)
