using System.Text;
using System.Xml.Linq;
using CsCheck;

namespace VoterLiaison.Dashboard.Workbooks;

public sealed class Utf8WriterTests
{
    [Fact]
    public void Any_text_comes_back_from_the_xml_as_it_was() =>
        Gen.OneOf<string>("<", ">", "&", "]]>", "&amp;", "\"", "路灯", "😀", "a", "\t").Array[0, 30].Select(string.Concat).Sample(text => Assert.Equal(text, Read(text)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_text_longer_than_the_buffer_is_cut_through_no_character(int before)
    {
        var text = new string('a', before) + string.Concat(Enumerable.Repeat("😀", 50_000));

        Assert.Equal(text, Read(text));
    }

    [Fact]
    public void Numbers_are_written_without_a_country()
    {
        Assert.Equal("-1234567.5|0.125|46022", Written(xml =>
        {
            xml.Value(-1_234_567.5m);
            xml.Raw("|"u8);
            xml.Value(0.125);
            xml.Raw("|"u8);
            xml.Value(46_022);
        }));
    }

    private static string Read(string text) => XElement.Parse(
        Written(xml =>
        {
            xml.Raw("<t>"u8);
            xml.Text(text);
            xml.Raw("</t>"u8);
        }),
        LoadOptions.PreserveWhitespace).Value;

    private static string Written(Action<Utf8Writer> write)
    {
        using var stream = new MemoryStream();
        var xml = new Utf8Writer(stream);
        write(xml);
        xml.Flush();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
