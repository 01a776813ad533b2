"""Which numbers are aims: not a list counter, a subsidy, a condition, a programme's name."""

import re

from policies.extraction.quantities.programmes import is_programme
from policies.extraction.records import Sentence

from .facts import COUNTED, Fact
from .pieces import Clause, is_name
from .subjects import is_measured

_SILENT = ("preamble", "significance", "closing")

# A plant's size: 煤矿企业规模达到120万吨/年及以上, 打造千万吨级炼油基地.
_SIZES = ("mass", "volume", "power", "area", "spindle", "weight_case", "voltage", "steam")
_SIZED = re.compile("规模|能力|产能|容量|容积|产量")
_PLANT = re.compile("企业|集团|基地|园区|煤矿|矿井|矿山|装置|机组|生产线|单[机井套台体厂线个]")

# 水泥、玻璃、陶瓷5条产业链: the number only adds up what is named.
_LISTED = re.compile("、[^、，。；]{1,16}(?<!的)$")
# 强化两个开发区的配套建设: only how many there are
_ANNOUNCED = re.compile("(?:以下|下列|如下)[^，。；：]{0,4}$")
_ABOUT = re.compile("(?:强化|加强|围绕|依托|聚焦|发挥|利用|完善|优化|落实|坚持|抓住|突出|健全)好?$")
_SCALE = re.compile(
    "(?:[^、，]{0,12}(?:超过?|过|突破))?(?:[百千万]{1,4}亿|[百十]亿)元?"
)  # … unless each must reach a size of its own
_NO_THING = re.compile(
    "“?翻番|[^，。；]{0,8}组成的|方面|环节|阶段|层次|步骤|原则|重点(?!.*(?:项目|企业|产品|园区|基地))|领域|大类|类|计划|行动|战略|机制|制度|要求|文件|目录|小组|机构|部门"
    "|引擎|年度|季度|转变|结合|确保|突破|提升|转型"
)
_FUNDS = re.compile(
    "资金|补助|补贴|奖励|奖补|贴息|利率|计税|年限|所得税|增值税|关税|税率|税额|[减免退]税|费用|收费|使用费|底价|地价|标准》|折扣|抵免|扣除"
    "|摊销|奖金|额度|投保|出资|注册资本|基数|费率|补偿比例|缴[纳存]|价款|用地指标|保证金|公积金|保费"
)
# 设立专项资金，每年安排10亿元，以后年度增幅不低于15%: money set aside is a means
_SET_ASIDE = re.compile(
    "(?:资金|基金)[^。；]{0,40}，[^，。；]{0,16}(?:安排|规模|增幅|增长|递增|总额|不少于|不低于|筹集|出资)[^，。；]{0,6}$"
)
_LENT = re.compile(
    "贷款|授信|担保|股权|融资"
)  # 力争新增贷款300亿元 is an aim, a loan to a firm is not
_REACH = 60  # characters ahead of a number in which a word still speaks of it
_APPLIES = re.compile(
    "申报|申请|资格|(?:符合|具备|满足)[^，。；]{0,12}条件"
)  # 申报企业研发投入占比不低于3%
_INTENSITY = re.compile(
    "(?:能耗|煤耗|电耗|水耗|物耗|用水量|取水量|能源消耗|排放量?|排放强度|耗(?:新)?[水电能煤])$"
)
_RATE = re.compile("[^费税利折]率$")
_CASE = re.compile("[，、]?(?:对|凡|符合|可以?按|按照?|依法|经(?!济))")
_DOES = re.compile("(?:改造|更新|替代|升级|建设|创建|认定|诊断|评估|应用)$")  # 工艺改造25家
_OF_WHICH = re.compile("的(?!目标|任务|增|速)")
_AT_MOST = re.compile("以下[^，。；、的]")  # 完成10蒸吨及以下锅炉替代: which, not how much
_GRANTS = re.compile(  # but 逾期未完成的不得…: another case
    "[^。；的]{0,120}?(?:给予|予以|奖励|奖补|补助|补贴|贴息|享受|免征|减按|减征|减免|优先安排|方可|才能|不得|应当|视为|认定为)"
)
_ENDS = re.compile("淘汰|关停|关闭|取缔|退出|拆除")  # 淘汰400立方米及以下高炉: which, not how many
_MOVES = re.compile("推动|引导|带动|促进|实现")
_SPENT = re.compile("(?:专项)?(?:用于|用来|投向)")  # 新增用地的30%以上用于工业
_BUILDS = re.compile("建成|建设|新建|打造|培育|形成|发展|创建")
_BRINGS = re.compile(
    "建成|建设|新建|创建|打造|培育|培养|形成|新增|新|完成|实现|发展|认定|遴选|筛选|评选|选派|选择|选取|选树|评定|扶持|引进|实施|推广|建立|推动|推进|带动|引导|支持|组织|淘汰"
    "|开通|设立|攻克|突破|转化|制定|制订|修订|部署|整治|腾退|盘活|诊断|服务|帮扶|培训|制修订|组建|获批|争创|创成|改造|投产|确定|选定|储备|接入|惠及|谋划|推出|启动|净增|引育|开工|培植|更新|提升"
)


def is_threshold(fact: Fact) -> bool:
    """Whether the number is a size that a plant must reach (domain.md, section 2)."""
    if fact.quantity.unit_class.partition("/")[0] not in _SIZES or not fact.quantity.compared:
        return False
    if fact.order == "object":
        return bool(_BUILDS.search(fact.phrase.verb) and _PLANT.search(fact.name))
    sized = _SIZED.search(fact.name) and _PLANT.search(fact.name)
    return bool(sized and fact.phrase.direction == "level")


def is_target(text: str, fact: Fact, sentence: Sentence, clause: Clause, dated: bool) -> bool:
    """Whether `fact` is an aim of the document, judged by its part and its words.

    `dated`: a due date governs it. In the targets part every number that counts something is an
    aim. Elsewhere only what is brought about in a count, a yearly count, a plant's size, what is
    dated or striven for, and a rate or a count that is to reach a level; never money that is given
    or a case that is provided for.
    """
    if sentence.part in _SILENT or not fact.name or _adds_up(text, fact, clause):
        return False
    if is_programme(text, fact.quantity, clause.end):
        return False
    if sentence.part == "targets" or is_threshold(fact):
        return True
    words = text[max(clause.start, fact.quantity.start - _REACH) : fact.quantity.start]
    if _FUNDS.search(words) or _FUNDS.search(fact.name) or _CASE.match(text, clause.start):
        return False
    if fact.quantity.unit_class in ("money", "percent") and _SET_ASIDE.search(
        text, sentence.start, fact.quantity.number_start
    ):
        return False
    if "财政" in words + fact.name and fact.quantity.unit_class not in COUNTED:
        return False
    if _SPENT.match(text, fact.quantity.end) or _is_case(text, fact, sentence):
        return False
    striven = dated or fact.phrase.aspirational
    if _LENT.search(words) and not (striven or fact.phrase.yearly):
        return False
    limited = fact.quantity.comparator in ("<=", "<")
    if limited and fact.quantity.unit_class in (*COUNTED, "money"):
        return False  # 每年评选不多于5个, 单个项目不超过500万元: a limit, not an aim
    if fact.quantity.unit_class in COUNTED and fact.phrase.verb:
        return bool(_BRINGS.search(fact.phrase.verb)) or striven or bool(fact.phrase.yearly)
    if fact.order == "subject" and _ENDS.search(fact.phrase.verb):
        return True  # 淘汰水泥产能200万吨
    yearly = fact.phrase.yearly and fact.phrase.verb  # 每年改造纺机10万锭
    return _states(fact) and bool(striven or yearly or _reaches(fact))


def _states(fact: Fact) -> bool:
    """Whether the clause says what is to become of the number: 达到, 增长, 建成, 超过."""
    phrase, quantity = fact.phrase, fact.quantity
    if phrase.direction or phrase.verb or fact.order == "share":
        return True
    ahead = quantity.start < quantity.number_start
    does = quantity.unit_class in COUNTED and _DOES.search(fact.name)
    return fact.order == "subject" and bool(ahead or does)


def _reaches(fact: Fact) -> bool:
    """Whether a rate or a count is to reach a level, or what a product takes is to fall.

    普及率达到60%, 总数达到30万个, 综合能耗降低5%.
    """
    ahead = fact.quantity.start < fact.quantity.number_start
    rate = fact.quantity.comparator == ">=" and _RATE.search(fact.name)  # 投产率不低于40%
    over = ahead and (fact.quantity.comparator == ">" or rate)
    if fact.order == "share" and _MOVES.search(fact.phrase.verb):
        return True  # 推动30%以上的企业实施改造
    if fact.order != "subject" or not (fact.phrase.direction or over):
        return False
    if _INTENSITY.search(fact.name):
        return True  # 供电煤耗降低5克/千瓦时
    if fact.change != "level":
        return bool(fact.phrase.yearly) and is_measured(fact.name)
    if fact.quantity.unit_class == "percent":
        return is_measured(fact.name)
    if fact.quantity.unit_class.startswith("count/"):
        return is_measured(fact.name)  # 机器人密度达到每万人200台
    if fact.quantity.unit_class in _SIZES:  # 乙烯产能达到200万吨, of no single plant
        return bool(_SIZED.search(fact.name) and not _PLANT.search(fact.name))
    return fact.quantity.unit_class in COUNTED


def _is_case(text: str, fact: Fact, sentence: Sentence) -> bool:
    """Whether the number only says when or to whom something is given: 产值达到5亿元的，给予…."""
    if _APPLIES.search(text, sentence.start, fact.quantity.start):
        return True
    if fact.order != "object" and _OF_WHICH.match(text, fact.end):
        return True
    return bool(_GRANTS.match(text, fact.end, sentence.end)) and not fact.phrase.verb


def _adds_up(text: str, fact: Fact, clause: Clause) -> bool:
    """Whether the number only adds up what is named, names a size or counts no thing (4个方面)."""
    if fact.quantity.unit_class not in COUNTED:  # 500立方米高炉: a size, nothing is brought about
        sized = is_name(text, fact.quantity) or (
            fact.quantity.compared and _ENDS.search(fact.phrase.verb)
        )
        sized = sized or _AT_MOST.search(text[fact.quantity.unit_end : fact.quantity.end + 1])
        sizes = not fact.phrase.verb or (sized and not is_threshold(fact))
        return fact.order == "object" and sizes
    written_out = not text[fact.quantity.number_start].isdecimal()
    if written_out and fact.quantity.unit[0] in "万亿" and _PLANT.search(fact.name):
        return True  # 推进百万辆汽车基地建设
    if _ANNOUNCED.search(text[clause.start : fact.quantity.start]) or (
        text.startswith("：", clause.end) and written_out
    ):
        return True  # 实施以下五项工程：
    following = text[fact.quantity.end : fact.quantity.end + 2].lstrip("“")[:1]
    if not following.isalnum() or following in "和与及并或":
        return False  # what is counted stands ahead
    if fact.order == "object" and _NO_THING.match(fact.name):
        return True
    words = text[max(clause.start, fact.quantity.start - 20) : fact.quantity.start]
    if fact.order == "object" and _ABOUT.search(words):
        return True
    if fact.phrase.closing_verb:  # 在汽车、家电行业建设20条生产线
        return False
    return bool(_LISTED.search(words)) and not _SCALE.match(fact.name)
