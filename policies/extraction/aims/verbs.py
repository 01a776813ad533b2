"""Verbs around a number: what brings it about, which way it moves."""

import re

# Verbs that come before what they bring about, wherever they stand …
BRING = (
    "保持(?!率)|累计完成|完成|实现|累计新增|新增|建成投产|竣工投产|选派|新建成|新建|新培育|新创建|新认定|新发展|建成|建设|培育|打造|创建|创建成|形成|拥有"
    "|引进|扶持|遴选|筛选|评选|选择|选取|选树|评定|组织实施|推进实施|推动实施|实施|支持|推动|引导|带动|推进|促进|组织|做强|做大|抓好|淘汰|关停|推广应用|培养|培训|招引|集聚"
    "|整治提升|整治|腾退|盘活|开发(?!区|利用|应用|经费|投入|费用|支出|能力)|新开通|开通|新设立|设立|攻克|制修订|制定|制订|修订|主导制定|参与制定|发布|部署|组建|获批|争创|创成|新改造|更新改造|更新提升|改造提升|提升改造|优化提升|新投产|新开工|开工(?!率)|新上|培植|孵化培育|确定|选定|储备|接入|惠及|谋划|推出|启动|净增"
)
# … and those that are nouns as well, so that they count only right before the number.
BRING_NEXT = "发展|投资|改造|开发|突破|转化|推广|增加|认定|建立|完善|提升|壮大|更新|安排|诊断|服务|帮扶|开展|完成"
ADVERB = "重点|定向|动态|滚动|着力|加快|大力|积极|逐步|累计|共|总共|再|全部|集中|优先|力争|争取|至少|基本|分别|各|都|均|择优|继续"
AFTER_VERB = ADVERB.removeprefix("重点|")  # 实施重点项目: which projects, not how
LEVEL = (
    "(?:提高|提升|增加|增长|上升|扩大|发展|壮大|下降|降低|减少|压缩|缩短|缩减|压减|升|增|降|减|达)(?:到|至)"
    "|达到|到达|达|控制在?|保持在?|稳定在?|维持在|突破|实现|完成|建成|拥有|有|为|是"
)
UP = "净增长?|净增加|递增|增长|提高|提升|增加|上升|扩大|新增|升高|增|翻"
DOWN = "递减|下降|降低|减少|削减|压减|压缩|缩减|缩短|减排|降|减"
NEW = re.compile("(?<!更)新")  # 新增, 新建, not 更新
VERB = re.compile(f"(?:(?P<level>{LEVEL})|(?P<increase>{UP})|(?P<decrease>{DOWN}))(?:了|约)?$")

LEAD = re.compile(
    f"(?:{ADVERB}){{0,8}}+(?P<verb>(?>(?:{BRING})(?:[、和并]?(?:{BRING})){{0,2}}))(?!率)(?:{AFTER_VERB}){{0,8}}+"
)
LEAD_NEXT = re.compile(f"(?:{ADVERB}){{0,8}}+(?P<verb>(?:{BRING_NEXT}){{1,2}})(?:{ADVERB}){{0,8}}+")
LEAD_YEARLY = re.compile(
    "(?P<verb>认定|改造|开发|突破|转化|推广|建立|更新|诊断|服务(?!业)|帮扶)(?!投资|投入|升级|贷款|[^，。；]{0,12}(?:率|比重|占比|增速))"
)
# 工业企业累计完成技改投资: the actor ahead of the verb is not what is counted.
INNER = re.compile(
    "(?:累计|共|新|力争|将|要|总共){0,4}+(?P<verb>完成|新增|建成(?!投产率)|拥有|实现)(?=..)"
)
# … but whose output it is belongs to the name: 规模以上工业完成总产值
OUTPUT = re.compile("(?:产值|产出|收入|增加值|利润|利税|税收|销售额|交易额|出口额)(?:总额)?$")
# 从项目库中筛选100个项目: a verb right before a number whose thing follows it.
CLOSING = re.compile(
    f"(?:{ADVERB}){{0,3}}(?P<verb>(?<!分)为|面向|建成|建设|培育|培养|打造|创建|引进|扶持|遴选|筛选|评选|选择|认定|组织实施|实施|支持|推动|新建|新增|形成|淘汰|推广)(?:{ADVERB}){{0,2}}$"
)
RATE_UP = re.compile("(?:增速|增长率|增长速度|增幅)$")
RATE_DOWN = re.compile("(?:降低率|下降率|降幅|下降幅度|削减率)$")
SHARE = re.compile("(?:占比|比重|比例|率)$")
YEARLY_RATE = re.compile(r"(?:年均|(?<!\d)年)(?:增速|增长率|增长速度|增幅|下降率|降幅)$")
