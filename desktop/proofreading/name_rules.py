"""Names found by rule: the newsroom's own lists, people after their titles, offices and places by how they end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_HAN = "[\u4e00-\u9fff]"
_TITLES = (
    "副书记 书记 副县长 县长 副市长 市长 区长 副镇长 镇长 乡长 村长 省长 副局长 局长 处长 科长 股长 副主任 主任 "
    "院长 校长 园长 所长 站长 支队长 大队长 队长 馆长 台长 社长 部长 会长 理事长 "
    "秘书长 董事长 总经理 经理 厂长 行长 副主席 主席 政协委员 人大代表 常委 组长 班长 村支书 支书 总编辑 总编 主编 "
    "编辑 记者 通讯员 教授 研究员 工程师 医生 医师 护士长 护士 教师 老师 教练 律师 "
    "法官 检察官 民警 警官 辅警 消防员 志愿者 网格员 村民 居民 市民 党员 农户 种植户 养殖户 种粮大户 负责人 店主 "
    "业主 司机 驾驶员 师傅 学生 同学 工人 职工 农民 游客 读者 家长 技术员 农技员 "
    "讲解员 传承人 创始人 调研员 政委 检察长 厅长 总监 专干 干事 干部 专家 选手 运动员 演员 摄影 巡护员 护林员 "
    "管理员 馆员 匠人 老人 船长"
)
TITLE_WORDS = "|".join(sorted(_TITLES.split(), key=len, reverse=True))
_BODY = "县委|市委|区委|镇党委|乡党委|党委|党组|党支部|党总支|支部|人民政府|政府|人大常委会|政协|村委会|居委会"
#: One title, or several, as they stand before a name.
BEFORE = re.compile(rf"(?:(?:{_BODY})?(?:常务|第一|原|时任|党组|支部)*副?(?:{TITLE_WORDS})(?:[、兼和]|，)?)+[：: 　]?$")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬"
    "安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡"
    "田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦巴牧隗山谷车侯全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙"
    "叶幸司黎薄印白蒲邰从鄂索赖卓蔺屠蒙池乔闻翟谭劳姬申冉桑桂牛寿边燕尚农温庄晏柴瞿阎连习容向古易廖耿满文寇广聂曾辛阚简饶沙丰关查荆游权盖涂肖帅代闫岳覃黎佟佘冼麦苟欧楚鞠仝吕岑褚粟"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|慕容|令狐|夏侯|端木"
_NOT_GIVEN = "的了在是有和与说称等及也就都将把被从对向到来去们着过不这那其此兼"
_GIVEN = f"(?![{_NOT_GIVEN}])[\u4e00-\u9fff]"
_TWO = f"[{_SURNAMES}]{_GIVEN}"
_NAME = rf"(?:(?:{_DOUBLE}){_GIVEN}(?:{_GIVEN})?|{_TWO}(?:{_GIVEN})?)"
_LONG = rf"(?:(?:{_DOUBLE}){_GIVEN}(?:{_GIVEN})?|{_TWO}{_GIVEN})"
_SAYS = "说|表示|介绍|告诉|认为|指出|强调|坦言|回忆|透露|算了|笑着|感慨|提醒|建议"
_SURE = rf"(?={_SAYS}|[、，。；：！？）（)(“”\s]|在|到|带着|带领|参加|出席|主持|和|与|一行|来得|坐在|率|$)"
_AFTER = rf"(?:{_SURE}|(?=[等的率走正对向为把从将到因也就是有笑作家种养每刚已拿指站看又前获当担任负主]|来到|今年|去年))"
_PERSON = re.compile(rf"(?:{TITLE_WORDS})[：: 　]?(?P<name>{_LONG}{_AFTER}|{_TWO}{_SURE})")
_MORE = re.compile(rf"[、 　](?P<name>{_NAME})(?:{_SURE}|(?=等))")
_SPEAKER = re.compile(rf"(?:^|(?<=[。，；！？”\n　 ]))(?P<name>{_NAME})(?={_SAYS})", re.MULTILINE)

_STOP = "的在由据和与及向从到对为是了被把经请让将以等该各至往赴给按当又也都就并还共着过自用邀"
_OFFICE = (
    "委员会 人民政府 政府 管理局 局 厅 中心 公司 合作社 医院 学校 中学 小学 大学 学院 幼儿园 法院 检察院 银行 支行 "
    "协会 学会 联合会 商会 总工会 工会 妇联 团委 支队 大队 中队 派出所 卫生院 "
    "服务站 工作站 供电所 图书馆 文化馆 博物馆 纪念馆 体育馆 报社 电视台 集团 党委 党支部 村委会 居委会 县委 市委 "
    "区委 办公室 指挥部 基金会 研究所 研究院 出版社 服务队 供销社 联社 残联 文联 科协 工商联 红十字会 农技站 林场 "
    "农场 车队"
)
_END_OF_OFFICE = "|".join(sorted(_OFFICE.split(), key=len, reverse=True))
#: Offices whose names hold a word that ends other names.
_JOINED = "住房和城乡建设|文化和旅游|发展和改革|自然资源和规划|人力资源和社会保障|工业和信息化|农业和农村"
_IN_OFFICE = rf"(?:{_JOINED}|(?![{_STOP}]){_HAN})"
_ORGANISATION = re.compile(
    rf"{_IN_OFFICE}{{1,16}}?(?:{_END_OF_OFFICE})(?![面部限势长里])(?:{_IN_OFFICE}{{0,6}}(?:{_END_OF_OFFICE})(?![面部限势长里]))?"
)
_NO_OFFICE = re.compile(
    "^(?:[一二三四五六七八九十两几数]|县级|乡镇|县城|乡村|全县|全市|市级|省级|村级|一所|所|座|晚|每|前|义务)"
    "|(?:布|结|格|大|全|开|僵|破|时|平|残|棋|变|定)局$|^(?:便民|服务|文化|活动|发展|政务|党群)+中心$"
)
_HEAD = re.compile(
    "^(?:联合|走进|来到|组织|依托|通过|推动|邀请|会同|配合|支持|帮助|进入|协同|协调|安排|介绍|记者|近日|日前|目前|"
    "今年|去年|昨日|截至)+"
)
_STOP_PLACE = f"{_STOP}个位届年这那去进外每几数一二三四五六七八九十两整条座沿定新老接包贴趟级前后里上来家没还所"
_PLACE = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|"
    rf"(?<=[{_STOP}]))(?![{_STOP_PLACE}镇县市乡村])(?:(?:(?:(?![{_STOP}]){_HAN}){{1,3}}?(?:省|市|县|区|镇|乡|村|"
    rf"街道|社区|大道|水库|公园|广场))"
    rf"(?:(?:(?![{_STOP}]){_HAN}){{1,3}}?(?:县|镇|乡|村|街道|社区|大道|水库|公园|广场))*)"
    rf"|(?:(?![{_STOP_PLACE}]){_HAN}){{2}}(?:省|市|县|镇|乡|村|街道|社区)"
)
GENERAL = re.compile(
    "^(?:全|我|本|该|各|每|一|两|某|此|外|邻|同|多|几|老旧|新|老|试点|示范|行政|自然|贫困|重点|美丽|传统|古)+(?:省|"
    "市|县|区|镇|乡|村|街道|社区|小区)$"
    "|(?:城市|超市|集市|夜市|早市|股市|上市|都市|门市|城区|小区|地区|辖区|山区|景区|校区|灾区|林区|市区|县区|园区|"
    "片区|库区|社区|街道|城镇|乡镇|集镇|城乡|农村|乡村|山村|驻村|进村|整村|到村|入村|离村|回村|"
    "水乡|家乡|故乡|老乡|返乡|下乡|县市|县乡|市县|县域|开放区|示范区|试验区)$|示范|试点|老旧|美丽|行政|自然"
)

Found = tuple[int, int]


class Known:
    """Names that are looked up; a text is gone through once, however many there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for name in names:
            if len(name) >= 2:
                self._by_head.setdefault(name[:2], []).append(name)
        for listed in self._by_head.values():
            listed.sort(key=len, reverse=True)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the longest names in order."""
        if not self._by_head:
            return
        heads, at, last = self._by_head, 0, len(text) - 1
        while at < last:
            listed = heads.get(text[at : at + 2])
            name = next((name for name in listed if text.startswith(name, at)), "") if listed else ""
            if name:
                yield at, at + len(name)
            at += len(name) or 1


def surname(name: str) -> bool:
    """Whether a name begins as names of people do; one of another people has a dot, or is long."""
    return name[0] in _SURNAMES or "·" in name or len(name) > 3


def people(text: str) -> Iterator[Found]:
    """Yield names that follow a title or another name, or that say something."""
    for m in _PERSON.finditer(text):
        yield m.span("name")
        at = m.end("name")
        while (more := _MORE.match(text, at)) is not None:
            yield more.span("name")
            at = more.end()
    for m in _SPEAKER.finditer(text):
        yield m.span("name")


def organisations(text: str) -> Iterator[Found]:
    for m in _ORGANISATION.finditer(text):
        head = _HEAD.match(m[0])
        start = m.start() + (head.end() if head else 0)
        if m.end() - start > 3 and not _NO_OFFICE.search(text[start : m.end()]):
            yield start, m.end()


def places(text: str) -> Iterator[Found]:
    for m in _PLACE.finditer(text):
        head = _HEAD.match(m[0])
        start = m.start() + (head.end() if head else 0)
        if m.end() - start > 2 and not GENERAL.search(text[start : m.end()]):
            yield start, m.end()
