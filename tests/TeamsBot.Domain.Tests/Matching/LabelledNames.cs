namespace TeamsBot.Domain.Tests.Matching;

internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Han,
}

/// <summary>A name as its bearer writes it and as others write it in Latin letters.</summary>
internal sealed record Written(string Own, params string[] Latin);

/// <summary>What the people and companies of the labelled set are called: written down by hand, without a look at what the matcher knows.</summary>
internal static class LabelledNames
{
    public static readonly Dictionary<Script, Written[]> First = new()
    {
        [Script.Latin] = Own("Anna Katarzyna Agnieszka Małgorzata Paweł Łukasz Michał Tomasz Jakub Zofia Józef Jürgen Günther Björn Sören Jörg Hans Klaus Ute Sabine François Hélène Émile Céline Benoît Chloé José Íñigo Concepción Lucía João Inês Márcia Søren Åse Øyvind Daniel Robert Christopher Elizabeth Margaret William James Olivia Emma Liam Noah Charlotte Giuseppe Niccolò Çağla Gökhan Şule Zsófia Ádám Jiří Šárka Ondřej"),
        [Script.Cyrillic] = [new("Наталья", "Natalya", "Natalia"), new("Сергей", "Sergey", "Sergei"), new("Юрий", "Yuri", "Yury"), new("Екатерина", "Ekaterina", "Yekaterina"), new("Михаил", "Mikhail"), new("Алексей", "Alexey", "Aleksei"), new("Дмитрий", "Dmitry", "Dmitri"), new("Мария", "Maria", "Mariya"), new("Ольга", "Olga"), new("Иван", "Ivan"), new("Татьяна", "Tatyana", "Tatiana"), new("Пётр", "Petr", "Pyotr"), new("Елена", "Elena"), new("Александр", "Alexander", "Aleksandr"), new("Оксана", "Oksana", "Oxana"), new("Ксения", "Ksenia", "Xenia"), new("Фёдор", "Fedor", "Fyodor"), new("Жанна", "Zhanna"), new("Владимир", "Vladimir"), new("Вячеслав", "Vyacheslav"), new("Анна", "Anna"), new("Тимур", "Timur"), new("Богдан", "Bohdan", "Bogdan"), new("Данило", "Danylo", "Danilo")],
        [Script.Arabic] = [new("محمد", "Mohammed", "Muhammad", "Mohamed"), new("أحمد", "Ahmed", "Ahmad"), new("فاطمة", "Fatima", "Fatimah"), new("خالد", "Khaled", "Khalid"), new("عبد الله", "Abdullah", "Abdallah"), new("عبد الرحمن", "Abdulrahman", "Abdelrahman"), new("يوسف", "Yousef", "Yusuf", "Youssef"), new("مريم", "Maryam", "Mariam"), new("حسن", "Hassan", "Hasan"), new("سارة", "Sarah", "Sara"), new("عمر", "Omar", "Umar"), new("نور", "Noor", "Nour"), new("إبراهيم", "Ibrahim", "Ebrahim"), new("ليلى", "Layla", "Leila"), new("طارق", "Tariq", "Tarek"), new("زينب", "Zainab", "Zeinab"), new("سعيد", "Saeed", "Said"), new("هدى", "Huda", "Hoda"), new("مصطفى", "Mustafa", "Moustafa"), new("رانيا", "Rania"), new("فيصل", "Faisal", "Faysal"), new("جمال", "Jamal", "Gamal")],
        [Script.Han] = [new("伟", "Wei"), new("芳", "Fang"), new("秀英", "Xiuying", "Xiu Ying"), new("娜", "Na"), new("敏", "Min"), new("静", "Jing"), new("丽", "Li"), new("强", "Qiang"), new("磊", "Lei"), new("洋", "Yang"), new("艳", "Yan"), new("勇", "Yong"), new("志强", "Zhiqiang", "Zhi Qiang"), new("晓明", "Xiaoming", "Xiao Ming"), new("建国", "Jianguo", "Jian Guo"), new("雨桐", "Yutong", "Yu Tong"), new("子涵", "Zihan", "Zi Han"), new("浩然", "Haoran", "Hao Ran"), new("梓萱", "Zixuan"), new("嘉怡", "Jiayi", "Jia Yi"), new("文博", "Wenbo"), new("欣妍", "Xinyan", "Xin Yan"), new("国栋", "Guodong"), new("雪梅", "Xuemei", "Xue Mei"), new("俊杰", "Junjie", "Jun Jie"), new("思远", "Siyuan")],
    };

    public static readonly Dictionary<Script, Written[]> Last = new()
    {
        [Script.Latin] = Own("Nowak Kowalski Wiśniewski Wójcik Kamińska Zieliński Szymański Woźniak Dąbrowski Łukasiewicz Müller Schröder Jäger Köhler Weiß Schäfer Krüger Vogel Bauer Lefèvre Dupont Béranger Gauthier García Núñez Peña Muñoz Gonçalves Araújo Ferreira Sørensen Jørgensen Håkansson Smith O'Connor MacDonald Johnson Whitcombe Taylor Brown Harrison Bennett Clarke Rossi Esposito Yılmaz Öztürk Şahin Kovács Horváth Szabó Dvořák Novotný Procházka van-Dijk Janssen"),
        [Script.Cyrillic] = [new("Иванов", "Ivanov"), new("Смирнова", "Smirnova"), new("Кузнецов", "Kuznetsov"), new("Попова", "Popova"), new("Васильев", "Vasilyev", "Vasiliev"), new("Щербаков", "Shcherbakov", "Scherbakov"), new("Соколова", "Sokolova"), new("Михайлов", "Mikhailov", "Mikhaylov"), new("Хрущёв", "Khrushchev"), new("Фёдорова", "Fedorova", "Fyodorova"), new("Морозов", "Morozov"), new("Волков", "Volkov"), new("Чайковский", "Chaikovsky", "Tchaikovsky"), new("Лебедева", "Lebedeva"), new("Козлов", "Kozlov"), new("Шевченко", "Shevchenko"), new("Ткаченко", "Tkachenko"), new("Бойко", "Boyko", "Boiko"), new("Жуков", "Zhukov"), new("Григорьев", "Grigoryev", "Grigoriev"), new("Цветаева", "Tsvetaeva"), new("Яковлев", "Yakovlev"), new("Егорова", "Egorova", "Yegorova"), new("Мельник", "Melnyk", "Melnik")],
        [Script.Arabic] = [new("الراشد", "Al-Rashid", "Al Rashed"), new("المصري", "Al-Masri", "El Masry"), new("حداد", "Haddad"), new("خوري", "Khoury", "Khouri"), new("العتيبي", "Al-Otaibi", "Alotaibi"), new("الغامدي", "Al-Ghamdi"), new("القحطاني", "Al-Qahtani"), new("الشمري", "Al-Shammari", "Alshammari"), new("منصور", "Mansour", "Mansoor"), new("سليمان", "Suleiman", "Sulaiman"), new("بن سالم", "bin Salem"), new("عثمان", "Osman", "Othman"), new("النجار", "Al-Najjar", "El Naggar"), new("درويش", "Darwish"), new("البكري", "Al-Bakri"), new("شاهين", "Shaheen", "Shahin"), new("الزهراني", "Al-Zahrani"), new("قاسم", "Qasim", "Kassem"), new("الحربي", "Al-Harbi"), new("ناصر", "Nasser", "Nasir"), new("جابر", "Jaber", "Jabir"), new("الدوسري", "Al-Dosari")],
        [Script.Han] = [new("王", "Wang"), new("李", "Li"), new("张", "Zhang"), new("刘", "Liu"), new("陈", "Chen"), new("杨", "Yang"), new("赵", "Zhao"), new("黄", "Huang"), new("周", "Zhou"), new("吴", "Wu"), new("徐", "Xu"), new("孙", "Sun"), new("胡", "Hu"), new("朱", "Zhu"), new("高", "Gao"), new("林", "Lin"), new("何", "He"), new("郭", "Guo"), new("马", "Ma"), new("罗", "Luo"), new("曾", "Zeng"), new("单", "Shan"), new("欧阳", "Ouyang"), new("吕", "Lu", "Lyu"), new("郑", "Zheng"), new("谢", "Xie"), new("韩", "Han"), new("唐", "Tang"), new("冯", "Feng"), new("董", "Dong"), new("萧", "Xiao"), new("诸葛", "Zhuge")],
    };

    public static readonly Dictionary<Script, Written[]> Companies = new()
    {
        [Script.Latin] = Own("Nova Stella Baltic Orion Sölar Północ Grüne Lumière Vertex Granit Kraków Aurora Kestrel Łódź Delta Fjord Sierra Montaña Ibérica Ålesund Piast Wisła Rhein Alpen Côte Bellevue Cumbre Zenith Harbour Meridian Saffron Quarry Tundra Willow Ember Falcon Juniper Marble Pontis Riviera"),
        [Script.Cyrillic] = [new("Восток", "Vostok"), new("Ромашка", "Romashka"), new("Северсталь", "Severstal"), new("Горизонт", "Gorizont"), new("Жемчужина", "Zhemchuzhina"), new("Чайка", "Chayka"), new("Прогресс", "Progress"), new("Звезда", "Zvezda"), new("Факел", "Fakel"), new("Берёза", "Bereza"), new("Сибирь", "Sibir"), new("Маяк", "Mayak"), new("Энергия", "Energiya"), new("Щит", "Shchit"), new("Хлебодар", "Khlebodar"), new("Юность", "Yunost"), new("Цитадель", "Tsitadel"), new("Орбита", "Orbita"), new("Уралмаш", "Uralmash"), new("Днепр", "Dnepr")],
        [Script.Arabic] = [new("النور", "Al Noor", "Al-Nour"), new("الأفق", "Al Ofuq", "Al-Ufuq"), new("الخليج", "Al Khaleej", "Al Khalij"), new("الصحراء", "Al Sahra"), new("النخيل", "Al Nakheel"), new("الفجر", "Al Fajr"), new("الشروق", "Al Shorouk", "Al-Shuruq"), new("المدينة", "Al Madina", "Al Madinah"), new("الأمل", "Al Amal"), new("الواحة", "Al Waha"), new("البركة", "Al Baraka"), new("الريان", "Al Rayyan"), new("السلام", "Al Salam"), new("الياقوت", "Al Yaqoot"), new("دجلة", "Dijla"), new("زمزم", "Zamzam"), new("القمة", "Al Qimma"), new("الرواد", "Al Rowad", "Al Ruwwad")],
        [Script.Han] = [new("华联", "Hualian"), new("东方", "Dongfang"), new("金龙", "Jinlong"), new("长城", "Changcheng"), new("新星", "Xinxing"), new("天宇", "Tianyu"), new("海川", "Haichuan"), new("瑞丰", "Ruifeng"), new("鼎盛", "Dingsheng"), new("宏远", "Hongyuan"), new("中科", "Zhongke"), new("博雅", "Boya"), new("蓝天", "Lantian"), new("嘉禾", "Jiahe"), new("万通", "Wantong"), new("恒信", "Hengxin"), new("盛世", "Shengshi"), new("百川", "Baichuan"), new("云峰", "Yunfeng"), new("泰和", "Taihe")],
    };

    /// <summary>What a company does, as the second part of its name.</summary>
    public static readonly Dictionary<Script, Written[]> Trades = new()
    {
        [Script.Latin] = Own("Logistics Software Foods Energie Bau Pharma Textiles Consulting Robotics Médical Metall Druck Travel Optics Seguros Farming Chemie Packaging Marine Retail Elektro Security Dental Paper Audio Motors Plast Timber Cargo Analytics"),
        [Script.Cyrillic] = [new("Строй", "Stroy"), new("Логистика", "Logistika"), new("Трейд", "Treyd"), new("Агро", "Agro"), new("Техника", "Tekhnika"), new("Сервис", "Servis"), new("Металл", "Metall"), new("Фарма", "Farma"), new("Нефть", "Neft"), new("Мебель", "Mebel"), new("Авто", "Avto"), new("Текстиль", "Tekstil")],
        [Script.Arabic] = [new("للتجارة", "Trading"), new("للمقاولات", "Contracting"), new("للتقنية", "Technology"), new("للأغذية", "Foods"), new("للنقل", "Transport"), new("للأدوية", "Pharmaceuticals"), new("للاستثمار", "Investment"), new("للسيارات", "Cars"), new("العقارية", "Real Estate"), new("للتأمين", "Insurance")],
        [Script.Han] = [new("科技", "Technology"), new("贸易", "Trading"), new("食品", "Foods"), new("医药", "Pharma"), new("物流", "Logistics"), new("电子", "Electronics"), new("建筑", "Construction"), new("汽车", "Auto"), new("服装", "Garments"), new("软件", "Software")],
    };

    /// <summary>Legal forms, each in the ways that it is written; <c>{0}</c> is the name.</summary>
    public static readonly Dictionary<Script, string[][]> Forms = new()
    {
        [Script.Latin] =
        [
            ["{0} sp. z o.o.", "{0} Sp. z o. o.", "{0} SP ZOO", "{0} spółka z o.o.", "{0} Sp.z o.o.", "{0}"], ["{0} S.A.", "{0} SA", "{0} S. A.", "{0} Spółka Akcyjna", "{0}"], ["{0} GmbH", "{0} Gmbh", "{0} G.m.b.H.", "{0}"], ["{0} GmbH & Co. KG", "{0} GmbH und Co KG", "{0}"], ["{0} AG", "{0}"],
            ["{0} Ltd", "{0} Ltd.", "{0} Limited", "{0}, Ltd", "{0} LTD", "{0}"], ["{0} LLC", "{0} L.L.C.", "{0}, LLC", "{0}"], ["{0} Inc.", "{0}, Inc", "{0} Incorporated", "{0}"], ["{0} SARL", "{0} S.à r.l.", "{0} S.A.R.L.", "{0}"], ["{0} S.p.A.", "{0} SpA", "{0}"], ["{0} S.L.", "{0} SL", "{0}"], ["{0} s.r.o.", "{0} spol. s r.o.", "{0}"], ["{0} B.V.", "{0} BV", "{0}"], ["{0} A/S", "{0} AS", "{0}"], ["{0} Kft.", "{0} KFT", "{0}"],
        ],
        [Script.Cyrillic] = [["ООО «{0}»", "ООО \"{0}\"", "{0} ООО", "{0}, ООО", "Общество с ограниченной ответственностью \"{0}\"", "{0}"], ["ЗАО «{0}»", "ЗАО {0}", "{0}"], ["АО «{0}»", "АО \"{0}\"", "{0}"], ["ТОВ «{0}»", "ТОВ {0}", "{0}"]],
        [Script.Arabic] = [["شركة {0}", "شركه {0}", "{0}"], ["شركة {0} ذ.م.م", "{0} ذ م م", "شركة {0} ذات مسؤولية محدودة", "{0}"], ["شركة {0} المحدودة", "{0} المحدودة", "{0}"], ["مؤسسة {0}", "{0}"], ["شركة {0} ش.م.ع", "{0} ش م ع", "{0}"]],
        [Script.Han] = [["{0}有限公司", "{0}有限责任公司", "{0}"], ["{0}股份有限公司", "{0}股份公司", "{0}"], ["{0}有限公司", "{0}公司"]],
    };

    public static readonly Dictionary<Script, string[]> LatinForms = new()
    {
        [Script.Cyrillic] = ["{0} LLC", "OOO {0}", "{0}", "{0} Ltd"],
        [Script.Arabic] = ["{0} LLC", "{0} Co.", "{0} Company", "{0} W.L.L.", "{0}"],
        [Script.Han] = ["{0} Co., Ltd.", "{0} Co Ltd", "{0} Company Limited", "{0}"],
    };

    private static Written[] Own(string names) => [.. names.Split(' ').Select(name => new Written(name.Replace('-', ' ')))];
}
