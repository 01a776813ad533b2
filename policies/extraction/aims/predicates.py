"""Where a clause turns from what it is about to what it says of it."""

import re

_ADVERB = (
    "同步|与(?=[^，。；]{1,30}相(?:适应|协调|匹配))|明显|显著|大幅|进一步|率先|不断|持续|稳步|逐步|逐年|基本|总体|全面|普遍|加快|继续|稳定|实质性|有效|切实|较大|大力|更加|更趋|日益|日趋|趋于"
    "|经常性|力争|优先|(?<![平年人户亩月日地])均|都|全部|部分(?!重点)|处于|位居|居于|接近|优于|高于|低于|达到|达成|实现|得到|取得|完成|保持|提高|提升"
    "|增强|增长|增加|改善|优化|加深|突破|领先|下降|降低|减少|缩小|扩大|壮大|完善|健全|进入|跻身|迈上|迈入|上台阶|上档次|上层次|增效益"
    "|形成|建成|建立|开通|应用(?=电子|信息|先进)|实施(?=.{0,8}(?:改造|更新|升级|技改))|广泛|初步|更高|更优|更强|更广|更好|开展|使用|拥有|设立|采用|淘汰|成为|全覆盖|翻番|走在|位列|领跑|消除|杜绝|达标|控制在|稳定在|维持在|居(?=全国|国内|国际|世界)|超过|排名|排放稳定"
)
_TURN = re.compile(_ADVERB)
_NOUNS = re.compile("(?:先进|领先)水平|增加值率?|提高率|优化设计|应用率|达标率|改善率|建立率")


def split_predicate(text: str, start: int, end: int) -> int:
    """Return where the predicate of text[start:end] begins; `end` where none is found."""
    position = start
    while match := _TURN.search(text, position, end):
        noun = _NOUNS.match(text, match.start(), end)
        if noun is None:
            return match.start()
        position = noun.end()
    return end


def begins_with_predicate(text: str) -> bool:
    """Whether `text` says something of a subject named before: 达到国际先进水平."""
    return bool(_TURN.match(text)) and not _NOUNS.match(text)
