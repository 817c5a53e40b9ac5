using Shouldly;
using TeamsBot.Testing.Infra;
using Xunit;

namespace TeamsBot.Tests.Infra;

/// <summary>What can be said of the Bicep files without a compiler.</summary>
public sealed class BicepStructureTests
{
    private static readonly string[] Statements = ["targetScope", "param", "var", "resource", "module", "output"];
    private static readonly IReadOnlyDictionary<string, BicepFile> Templates = InfraFolder.Templates;

    [Fact]
    public void Each_bracket_is_closed() =>
        Templates.Values.Concat(InfraFolder.Environments.Values).Select(file => (file, file.BracketFault)).Where(file => file.BracketFault is not null).ShouldBeEmpty();

    [Fact]
    public void Each_statement_is_a_known_one()
    {
        Templates.Values.SelectMany(file => file.Statements.Except(Statements).Select(word => $"{file}: {word}")).ShouldBeEmpty();
        InfraFolder.Environments.Values.SelectMany(file => file.Statements.Except(["using", "param"]).Select(word => $"{file}: {word}")).ShouldBeEmpty();
    }

    [Fact]
    public void Each_module_is_there_and_used()
    {
        var used = Templates["main.bicep"].Modules.Select(module => module.File).ToList();
        used.Except(Templates.Keys).ShouldBeEmpty();
        Templates.Keys.Except(used).ShouldBe(["main.bicep"]);
    }

    [Fact]
    public void A_module_gets_the_parameters_that_it_declares()
    {
        foreach (var (name, file, given) in Templates["main.bicep"].Modules)
        {
            given.ShouldBeUnique();
            given.Except(Templates[file].Parameters.Select(parameter => parameter.Name)).ShouldBeEmpty($"unknown to module {name}");
            Templates[file].Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name).Except(given).ShouldBeEmpty($"not given to module {name}");
        }
    }

    [Fact]
    public void What_is_used_of_a_module_is_an_output_of_it()
    {
        var main = Templates["main.bicep"];
        var files = main.Modules.ToDictionary(module => module.Name, module => module.File);
        main.OutputsUsed.ShouldNotBeEmpty();
        main.OutputsUsed.Where(used => !Templates[files[used.Module]].Outputs.Contains(used.Output)).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_has_no_output_for_nobody()
    {
        var main = Templates["main.bicep"];
        main.Modules.SelectMany(module => Templates[module.File].Outputs.Select(output => (module.Name, output))).Except(main.OutputsUsed).ShouldBeEmpty();
    }

    [Fact]
    public void Each_environment_gives_what_is_needed_and_nothing_unknown()
    {
        InfraFolder.Environments.Keys.Order().ShouldBe(["dev.bicepparam", "prod.bicepparam"]);
        var declared = Templates["main.bicep"].Parameters;
        foreach (var environment in InfraFolder.Environments.Values)
        {
            environment.Using.ShouldBe("main.bicep");
            var given = environment.Parameters.Select(parameter => parameter.Name).ToList();
            given.Except(declared.Select(parameter => parameter.Name)).ShouldBeEmpty();
            declared.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name).Except(given).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("param a string\nvar b = {\n", "'{' is never closed")]
    [InlineData("var b = [1)\n", "')' in line 1 closes nothing")]
    [InlineData("var b = '${f('}')}' // )\n", null)]
    public void The_reader_sees_brackets_outside_of_strings_and_comments(string text, string? fault) => new BicepFile("test", text).BracketFault.ShouldBe(fault);

    [Fact]
    public void A_string_without_end_is_no_Bicep() => Should.Throw<FormatException>(() => new BicepFile("test", "var a = 'b\n"));

    [Fact]
    public void The_reader_finds_what_a_module_is_given()
    {
        var (_, file, given) = new BicepFile("test", "module a 'b/c.bicep' = if (x) {\n  name: 'a'\n  params: {\n    one: f({ no: 1 })\n    two: [{ no: 2 }], three: '${a}'\n  }\n}\n").Modules.Single();
        file.ShouldBe("b/c.bicep");
        given.ShouldBe(["one", "two", "three"]);
    }
}
