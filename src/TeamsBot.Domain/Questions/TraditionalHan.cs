namespace TeamsBot.Domain.Questions;

/// <summary>Traditional Chinese characters as the simplified ones that the lexicon is written in: those that it uses.</summary>
internal static class TraditionalHan
{
    private const string Traditional =
        "萬與專業東絲兩個為舉義樂書買爭虧亞產親僅從倉儀們價眾優會傳體餘傭儲兒兌蘭關興養內冊寫軍決況淨準減幾憑擊劃則剛創刪別劑劇辦務動勞勢匯區醫華協單賣衛廠廳歷厲壓參雙發變號嗎後聽啟員園圍圖團國場壞塊堅壇墊處備" +
        "復夠頭獎娛嬰學實寵審對尋導將爾層屬歲幣師帶幫幹並廣庫應廢開異張彈強歸當錄徑態總戀懸據掛損換擺護報擬數無舊時顯曉術機雜權條來構標樣檔樓橫歡歐氣溝沒潛測漲滿濾燈點爛熱愛狀獨獲貓環現電畫療盤監蓋碼確禮種稱競" +
        "筆節範築簡籃紀約級純納紙紡線組細終紹經結給絕統絡繼績續維綜緊網編緣縮羅職聯勝腦臉藝蟲補裝製複見觀規視覽覺訂計訊討託記講許論設訪證評識訴詞試詩話該詳語誤說請讀課誰調談謝譜譯議讓負財責敗貨購貴費資賺賽贊贏" +
        "趕趨車軟轉輪載較輸辭邊達過運還這進遠違連遲選郵釋針錢鐵鑽銷鎖鍋錯鍵長門閉問間閒聞閱隊階際陸隨隱離頂項順須預領頻題額類風飛飯飲飾馬魚鷹黃龍丟營採迴臺佔裏裡週佈";

    private const string Simplified =
        "万与专业东丝两个为举义乐书买争亏亚产亲仅从仓仪们价众优会传体余佣储儿兑兰关兴养内册写军决况净准减几凭击划则刚创删别剂剧办务动劳势汇区医华协单卖卫厂厅历厉压参双发变号吗后听启员园围图团国场坏块坚坛垫处备" +
        "复够头奖娱婴学实宠审对寻导将尔层属岁币师带帮干并广库应废开异张弹强归当录径态总恋悬据挂损换摆护报拟数无旧时显晓术机杂权条来构标样档楼横欢欧气沟没潜测涨满滤灯点烂热爱状独获猫环现电画疗盘监盖码确礼种称竞" +
        "笔节范筑简篮纪约级纯纳纸纺线组细终绍经结给绝统络继绩续维综紧网编缘缩罗职联胜脑脸艺虫补装制复见观规视览觉订计讯讨托记讲许论设访证评识诉词试诗话该详语误说请读课谁调谈谢谱译议让负财责败货购贵费资赚赛赞赢" +
        "赶趋车软转轮载较输辞边达过运还这进远违连迟选邮释针钱铁钻销锁锅错键长门闭问间闲闻阅队阶际陆随隐离顶项顺须预领频题额类风飞饭饮饰马鱼鹰黄龙丢营采回台占里里周布";

    private static readonly Dictionary<char, char> s_simplified = Traditional.Zip(Simplified).ToDictionary(pair => pair.First, pair => pair.Second);

    public static char Simplify(char letter) => s_simplified.GetValueOrDefault(letter, letter);
}
