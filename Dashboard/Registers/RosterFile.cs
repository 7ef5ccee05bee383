using ClosedXML.Excel;

namespace VoterLiaison.Dashboard.Registers;

/// <summary>代表名册样表: the headings, two invented rows to show how they are filled, and what each column wants.</summary>
internal static class RosterFile
{
    private static readonly string[] _headings = ["代表证号", "姓名", "层级", "届次", "选区", "单位/街道", "单位和职务", "驻站", "联系方式", "任职状态", "变动日期"];

    private static readonly string[] _wants =
    [
        "代表证号：必填，按它认人。同名的代表证号不同，就是两位。",
        "层级：区或市。不写，新代表按区人大代表录入。",
        "选区：区人大代表写选区号或名称，如 31、第31选区；市人大代表写选举单位。",
        "单位/街道：街道或者联组的名称，带不带“街道”都可以；不属街道的写“无”。",
        "驻站：家站的名称或代码，几个之间用顿号。写了，就以写的为准。",
        "联系方式：要公布的电话。个人手机号不录入。",
        "任职状态：在任、暂停执行职务、辞职、罢免、资格终止。",
        "变动日期：任职状态从哪一天变的；不写，按录入当天。",
        "空着的格子不改动名册里已有的内容。上面两行示例请删去。",
    ];

    public static byte[] Template()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("代表名册");
        sheet.Columns(1, _headings.Length).Style.NumberFormat.Format = "@"; // a certificate number like 17-0001 is no date
        sheet.Columns(1, _headings.Length).Width = 14;
        sheet.Column(7).Width = 26;
        sheet.Column(8).Width = 26;
        Write(1, _headings);
        Write(2, ["17-9001", "某代表", "区", "17", "31", "八角街道", "某小学教师", "八角代表之家", "", "在任", ""]);
        Write(3, ["S16-9001", "某某代表", "市", "16", "石景山区人民代表大会", "首钢联组", "某公司工程师", "", "", "在任", ""]);
        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        var notes = book.AddWorksheet("填写说明");
        notes.Column(1).Width = 90;
        foreach (var (place, want) in _wants.Index())
        {
            notes.Cell(place + 1, 1).SetValue(want);
        }

        using var content = new MemoryStream();
        book.SaveAs(content);
        return content.ToArray();

        void Write(int row, IReadOnlyList<string> cells)
        {
            foreach (var (place, text) in cells.Index())
            {
                sheet.Cell(row, place + 1).SetValue(text);
            }
        }
    }
}
