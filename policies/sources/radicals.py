"""Radical look-alikes in PDF text back to the characters they stand for (⻔ ⽂ ⼾ -> 门 文 户).

A font that draws a radical and a character with one glyph lets the PDF writer choose either code.
Kangxi radicals (U+2F00-2FD5) are repaired by NFKC; the supplement (U+2E80-2EF3) is not, so its
table is here: Unicode's EquivalentUnifiedIdeograph.txt.
"""

import unicodedata

SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡"
    "⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫"
    "⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑"
    "⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄"
    "⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# Unicode equates these with the traditional or a rare form; in simplified text they stand for the
# simplified one. Found by printing all of GB 2312 in Noto Sans and Serif CJK SC and reading it.
SIMPLIFIED = {"⼾": "户", "⺕": "彐", "㬵": "胶"}

TABLE = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | dict(zip(SUPPLEMENT[::2], SUPPLEMENT[1::2], strict=True))
    | SIMPLIFIED
)


def repair_radicals(text: str) -> str:
    """Return `text` with every radical look-alike replaced, one character for one."""
    return text.translate(TABLE)
