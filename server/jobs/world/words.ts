/** Family names, about as they are ordered by frequency, each with its reading. */
export const surnames = pairs(
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang ' +
    '谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye ' +
    '程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu 姚yao 沈shen 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia ' +
    '付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 龙long 史shi 陶tao 贺he 顾gu 毛mao 郝hao ' +
    '龚gong 邵shao 万wan 钱qian 严yan 覃qin 武wu 戴dai 莫mo 孔kong 向xiang 汤tang',
)
export const givens = pairs(
  '伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 兰lan 霞xia 平ping 健jian ' +
    '桂gui 英ying 华hua 玉yu 萍ping 红hong 鹏peng 飞fei 宁ning 雪xue 晨chen 欣xin 怡yi 思si 远yuan 嘉jia 文wen 博bo 宇yu 航hang 子zi 涵han ' +
    '梓zi 轩xuan 一yi 诺nuo 雨yu 桐tong 浩hao 然ran 若ruo 曦xi 可ke 馨xin 诗shi 琪qi 建jian 国guo 志zhi 秀xiu 春chun 海hai 燕yan 凤feng ' +
    '云yun 龙long 虎hu 山shan 川chuan 林lin 森sen 峰feng 岩yan 清qing 波bo',
)
export const latinFirsts = words(
  'Anna Marco Lena Tomas Irena Pavel Dara Omar Nadia Viktor Elif Jonas Mira Rafael Ines Karim Zofia Hugo Petra Luca Sofia Emil Tarek Olga Nils ' +
    'Clara Ivan Leila Bruno Marta Felix Amira Stefan Julia Mateo Greta Samir Vera Anton Rosa',
)
export const latinLasts = words(
  'Novak Haddad Marin Keller Duarte Lindt Popov Yilmaz Costa Weber Farkas Romano Bauer Silva Petrov Aydin Moreau Horvat Santos Kovac ' +
    'Lang Vogel Mansour Ferrari Nowak Berg Ionescu Demir Ribeiro Schmid Toth Laurent Khalil Vidal Wolf Hansen Dimitrov Greco Mendes Sato',
)
export const syllables = words(
  'ba bei bo cai chen chu da dong fa fei fu gao guang guo hai han hao heng hong hua hui jia jian jin jing jun kai kang lan li lin long lu mei ming ' +
    'nan ning pei peng qi qian qing ren rong rui shan sheng shi shun tai tang tian tong wan wei wen xiang xin xing xu yan yang yi ying yong ' +
    'you yu yuan yun ze zhan zhen zheng zhi zhou zi zong',
)
export const characters = [
  ...'春夏秋冬云山海风月星花木林泉石竹梅兰松柏荷莲桃李杏桂枫柳雪雨露霞虹晴岚川溪湖江河湾桥亭台楼阁苑坊轩斋堂居舍铺庄园谷峰岭原野',
]

/** What shops sell: category, the word in a Chinese and in a Latin name. */
export const trades = [
  ['handbags', '箱包', 'Bags'],
  ['shoes', '鞋业', 'Shoes'],
  ['watches', '钟表', 'Watches'],
  ['cosmetics', '美妆', 'Beauty'],
  ['headphones', '数码', 'Audio'],
  ['children', '童装', 'Kids'],
  ['sports', '运动', 'Sports'],
  ['tableware', '瓷器', 'Porcelain'],
] as const
export type Trade = (typeof trades)[number]

/** What every title of a trade may say, in both scripts. */
export const goods: Readonly<Record<Trade[0], readonly [zh: string[], latin: string[]]>> = {
  handbags: [
    words('单肩包 斜挎包 手提包 托特包 链条包 水桶包 钱包 双肩包 真皮 头层牛皮 菱格 老花'),
    words('shoulder bag crossbody tote clutch leather quilted bucket wallet backpack strap'),
  ],
  shoes: [
    words('运动鞋 板鞋 小白鞋 跑步鞋 老爹鞋 马丁靴 凉鞋 乐福鞋 透气 厚底 防滑 增高'),
    words('sneakers running shoes boots loafers sandals platform breathable sole trainers low'),
  ],
  watches: [
    words('机械表 石英表 腕表 男表 女表 夜光 防水 钢带 皮带 全自动 日历 镂空'),
    words('watch automatic quartz chronograph steel strap sapphire dial waterproof luminous'),
  ],
  cosmetics: [
    words('口红 粉底液 气垫 眼影盘 精华液 面膜 保湿 持久 哑光 遮瑕 香水 小样'),
    words('lipstick foundation cushion palette serum mask matte concealer perfume sample'),
  ],
  headphones: [
    words('蓝牙耳机 降噪 入耳式 头戴式 无线 充电仓 高音质 长续航 游戏耳机 低延迟 音箱 耳麦'),
    words('earbuds wireless headphones noise cancelling bluetooth charging case gaming bass'),
  ],
  children: [
    words('童装 套装 连衣裙 卫衣 外套 羽绒服 男童 女童 宝宝 洋气 加绒 纯棉'),
    words('kids dress hoodie jacket set cotton boys girls toddler fleece romper pajamas'),
  ],
  sports: [
    words('球衣 速干 运动裤 健身服 瑜伽裤 冲锋衣 篮球 足球 训练服 短裤 背心 护膝'),
    words('jersey quick dry leggings training shorts jacket football basketball yoga vest'),
  ],
  tableware: [
    words('骨瓷 餐具 咖啡杯 茶具 碗碟 盘子 马克杯 礼盒 描金 手绘 釉下彩 家用'),
    words('bone china mug teapot plate bowl dinner set gold rim hand painted saucer gift'),
  ],
}
export const praises: readonly [zh: string[], latin: string[]] = [
  words(
    '新款 正品 包邮 高级感 百搭 时尚 ins风 网红 同款 专柜 明星 限量 代购 轻奢 复古 简约 小众 大牌 潮流 ' +
      '爆款 秋冬 春夏 韩版 情侣 学生 送礼 现货 特价 通勤 经典',
  ),
  words(
    'new original free shipping luxury vintage classic fashion hot sale limited premium women men gift 2024 2025 style quality official',
  ),
]

/** Full names that very many people have. */
export const commonNames = words(
  '张伟 王伟 李娜 王芳 李伟 王静 李静 张敏 王丽 张静 李军 王强 张丽 李强 王磊 刘伟 陈静 刘洋 王敏 张磊 李敏 陈杰 杨洋 王勇 刘芳 ' +
    '张勇 李杰 王艳 张军 李勇 张杰 王超 刘静 李明 陈伟 王涛 张涛 刘涛 王军 赵伟',
)

function words(list: string): string[] {
  return list.split(' ')
}

/** `王wang` → `['王', 'wang']`. */
function pairs(list: string): (readonly [character: string, reading: string])[] {
  return words(list).map((word) => [word.slice(0, 1), word.slice(1)])
}
