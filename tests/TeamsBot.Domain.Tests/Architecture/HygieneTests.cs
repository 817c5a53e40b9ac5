using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace TeamsBot.Domain.Tests.Architecture;

/// <summary>What no file and no folder of the repository does.</summary>
public sealed partial class HygieneTests
{
    private const int MaxLines = 300;

    // A table of data may be longer: it is named here, with the reason. There is none.
    private static readonly string[] TablesOfData = [];

    private static readonly string[] FoldersWithoutMeaning = ["Common", "Helpers", "Utils", "Managers"];

    [Fact]
    public void No_file_of_code_is_longer_than_300_lines() =>
        Repository.CodeFiles.Where(file => !TablesOfData.Contains(file.Path))
            .Select(file => (file, lines: file.Text.Count(c => c == '\n'))).Where(file => file.lines > MaxLines)
            .Select(file => $"{file.file} has {file.lines} lines").ShouldBeEmpty();

    [Fact]
    public void A_table_of_data_that_may_be_longer_is_there_and_is_longer() =>
        TablesOfData.Where(path => Repository.CodeFiles.All(file => file.Path != path || file.Lines.Length <= MaxLines)).ShouldBeEmpty();

    [Fact]
    public void No_folder_is_named_for_nothing_in_particular() =>
        Repository.TextFiles.Where(file => file.Path.Split('/').SkipLast(1).Intersect(FoldersWithoutMeaning, StringComparer.OrdinalIgnoreCase).Any())
            .Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void No_test_sleeps() => Lines(Repository.CodeFiles.Where(file => file.IsIn("tests")), Sleep()).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_registry_or_a_path_of_one_machine() =>
        Lines(Repository.TextFiles, Machine()).ShouldBeEmpty();

    [Fact]
    public void Every_text_file_ends_with_a_newline() =>
        Repository.TextFiles.Where(file => file.Text.Length > 0 && file.Text[^1] != '\n').Select(file => file.Path).ShouldBeEmpty();

    [Fact]
    public void Lines_end_with_a_line_feed_alone() =>
        Repository.TextFiles.Where(file => file.Text.Contains('\r', StringComparison.Ordinal)).Select(file => file.Path).ShouldBeEmpty();

    [Theory]
    [InlineData("Thread.Sleep(5)")]
    [InlineData("await Task.Delay(100)")]
    [InlineData("await Task.Delay(100, cancel)")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancel)")]
    public void The_check_sees_a_test_that_sleeps(string line) => Sleep().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("await Task.Delay(Timeout.InfiniteTimeSpan, cancel)")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel)")]
    public void The_check_lets_a_wait_for_a_clock_or_for_cancellation_pass(string line) => Sleep().IsMatch(line).ShouldBeFalse();

    private static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Regex wrong) =>
        from file in files
        where file.Path != "tests/TeamsBot.Domain.Tests/Architecture/HygieneTests.cs"
        from line in file.Lines.Select((text, index) => (text, number: index + 1))
        where wrong.IsMatch(line.text)
        select $"{file}:{line.number} {line.text.Trim()}";

    // A number, or a TimeSpan with no clock between it and the token.
    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\((\d|TimeSpan\.From\w+\([^()]*\)(\)|, (cancel|token|CancellationToken)))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sleep();

    // "~/work" or "http://host/tmp/" would be somebody else's path; ours begin a word.
    [GeneratedRegex("""(?<![\w./~}])/(work|tmp|root|home)/|\b(registry\.npmjs\.org|api\.nuget\.org|pypi\.org)\b|[A-Z]:\\Users\\""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();
}
