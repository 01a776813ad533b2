"""Codes that are fixed by the design, with their Chinese labels."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """Kinds of records; the value's letter in a ref stands in KIND_LETTERS."""

    TARGET = "target", "量化目标"
    GOAL = "goal", "定性目标"
    SECTOR_DIRECTION = "sector_direction", "行业专节"
    SECTOR_MENTION = "sector_mention", "行业提及"
    MEASURE = "measure", "政策措施"
    TAX_POLICY = "tax_policy", "税收政策"
    CITATION = "citation", "引用文件"


KIND_LETTERS = {
    Kind.TARGET: "t",
    Kind.GOAL: "g",
    Kind.SECTOR_DIRECTION: "s",
    Kind.SECTOR_MENTION: "n",
    Kind.MEASURE: "m",
    Kind.TAX_POLICY: "x",
    Kind.CITATION: "c",
}


class Status(TextChoices):
    """What a reader must know of a record; the first that holds wins for doubtful."""

    DOUBTFUL = "doubtful", "存疑"
    UNREVIEWED = "unreviewed", "未复核"
    REVIEWED = "reviewed", "已复核"
    CORRECTED = "corrected", "已更正"
    ADDED = "added", "人工补录"


class State(TextChoices):
    PRESENT = "present", "现有"
    GONE = "gone", "原文已无"
    REJECTED = "rejected", "已驳回"


class Force(TextChoices):
    PROHIBITED = "prohibited", "禁止"
    MANDATORY = "mandatory", "必须"
    COMMITTED = "committed", "承诺"
    DIRECTIVE = "directive", "要求"
    ENCOURAGED = "encouraged", "鼓励"
    PERMITTED = "permitted", "可以"
    ASPIRATIONAL = "aspirational", "力争"
    UNMARKED = "unmarked", "未标明"


class PolicyScope(TextChoices):
    """Whose policy a sentence is: shared domain notes, section 1."""

    PROVINCIAL = "provincial", "本省规定"
    IMPLEMENTING = "implementing", "承诺落实"
    NATIONAL = "national", "重申国家政策"


class Comparator(TextChoices):
    AT_LEAST = ">=", "≥"
    MORE = ">", ">"
    EQUAL = "=", "达到"
    ABOUT = "~", "约"
    AT_MOST = "<=", "≤"
    LESS = "<", "<"


class Change(TextChoices):
    LEVEL = "level", "水平"
    INCREASE = "increase", "增加"
    DECREASE = "decrease", "减少"


class Accrual(TextChoices):
    END = "end", "期末值"
    CUMULATIVE = "cumulative", "累计"
    PER_YEAR = "per_year", "每年"
    YEARLY_AVERAGE = "yearly_average", "年均"


class Relation(TextChoices):
    SUBJECT = "subject", "对象"
    RELATED = "related", "相关"


class Via(TextChoices):
    HEADING = "heading", "标题"
    WORD = "word", "文中"
    BROADER = "broader", "上位词"
    INHERITED = "inherited", "承前"


class ActorRole(TextChoices):
    LEAD = "lead", "牵头"
    RESPONSIBLE = "responsible", "负责"
    JOINTLY = "jointly", "会同"
    SUPPORTING = "supporting", "配合"
    APPROVING = "approving", "批准"
    FUNDING = "funding", "拨付"
    SUPERVISING = "supervising", "监督"


class ActorLevel(TextChoices):
    NATIONAL = "national", "国家"
    PROVINCE = "province", "省"
    CITY = "city", "市（州）"
    COUNTY = "county", "县（区）"
    ALL = "all", "各级"
    OTHER = "other", "其他"


class NumberRole(TextChoices):
    AMOUNT = "amount", "金额"
    CAP = "cap", "上限"
    FLOOR = "floor", "下限"
    RATE = "rate", "比率"
    SHARE = "share", "占比"
    GROWTH = "growth", "增长"
    DISCOUNT = "discount", "折扣"
    TIME_LIMIT = "time_limit", "时限"
    COUNT = "count", "数量"
    FREQUENCY = "frequency", "频次"
    THRESHOLD = "threshold", "门槛"


class Validity(TextChoices):
    IN_FORCE = "in_force", "现行有效"
    AMENDED = "amended", "已修改"
    REPEALED = "repealed", "已废止"
    EXPIRED = "expired", "已失效"
    UNKNOWN = "unknown", "未知"
