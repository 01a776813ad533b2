"""How sectors relate to codes of GB/T 4754: always as the TOML says."""

from policies.extraction.vocabulary import Vocabulary
from policies.models import Sector, SectorCode


def sync_sector_codes(vocabulary: Vocabulary) -> bool:
    """Write the codes of all sectors anew if they differ; return whether they did."""
    wanted = {(entry.slug, *code) for entry in vocabulary.sectors for code in entry.codes}
    stored = set(SectorCode.objects.values_list("sector__code", "scheme", "code", "relation"))
    if wanted == stored:
        return False
    sectors = {sector.code: sector for sector in Sector.objects.all()}
    SectorCode.objects.all().delete()
    SectorCode.objects.bulk_create(
        SectorCode(sector=sectors[slug], scheme=scheme, code=code, relation=relation)
        for slug, scheme, code, relation in sorted(wanted)
    )
    return True
