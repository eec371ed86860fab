using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedMigrations.Analyzers.Semantics;

namespace TypedMigrations.Analyzers.Rules.Constants;

/// <summary>TM0207: LiteDB refuses a name, as its schema rules say at run time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameTheStoreRefuses : SchemaRule
{
    private const string Title = "The store refuses a name";
    private const int LongestIndexName = 32;
    private const int NamesInHeader = 8_000;

    private static readonly DiagnosticDescriptor Table = Error(
        "TM0207", Title, "LiteDB refuses the table name \"{0}\" of {1}: use letters, digits, _ and $, and begin with a letter");

    private static readonly DiagnosticDescriptor Reserved = Error(
        "TM0207", Title, "The table name \"{0}\" of {1} is reserved, because LiteDB's file storage and the journal of migrations begin with _: begin with a letter");

    private static readonly DiagnosticDescriptor Index = Error(
        "TM0207", Title, "LiteDB refuses the index name \"{0}\" of {1}, which has {2} letters: use at most 32 letters, digits, _ and $, not beginning with $");

    private static readonly DiagnosticDescriptor Field = Error(
        "TM0207", Title, "LiteDB refuses the field name \"{0}\" of {1}: use a name that is not empty and has no NUL");

    private static readonly DiagnosticDescriptor KeyName = Error(
        "TM0207", Title, "The field name \"_id\" of {1} is the key's: declare the key with Table.Key, or use another name");

    private static readonly DiagnosticDescriptor Parting = Error(
        "TM0207", Title, "The field name \"{0}\" of {1} has a dot, a bracket or a brace, which part the names on the way to a nested field: use a name without . [ ] {{ and }}");

    private static readonly DiagnosticDescriptor Header = Error(
        "TM0207", Title, "The {0} table names of this migration take {1} bytes together, of which LiteDB has about 8000 in a file: use fewer or shorter names");

    /// <summary>Makes the rule.</summary>
    public NameTheStoreRefuses() : base(Table, Reserved, Index, Field, KeyName, Parting, Header)
    {
    }

    private protected override IEnumerable<Fault> Faults(SchemaInCode schema) => schema.Tables
        .SelectMany(table => table.Fields.Concat<ConstantInCode>(table.Indexes).Prepend(table))
        .Where(constant => constant is { Name: not null, NameExpression: not null })
        .Select(constant => (Constant: constant, Rule: RuleOn(constant)))
        .Where(fault => fault.Rule is not null)
        .Select(fault => At(fault.Constant, fault.Rule!, fault.Constant.NameExpression!, fault.Constant.Name!, fault.Constant.Text, fault.Constant.Name!.Length))
        .Concat(HeaderFaults(schema));

    private static DiagnosticDescriptor? RuleOn(ConstantInCode constant) => (constant, constant.Name!) switch
    {
        (TableInCode, var name) when !IsWord(name) || name[0] is '$' or (>= '0' and <= '9') => Table,
        (TableInCode, var name) when name[0] == '_' => Reserved,
        (IndexInCode, var name) when !IsWord(name) || name[0] == '$' || name.Length > LongestIndexName => Index,
        (FieldInCode, var name) when name.Length == 0 || name.Contains('\0') => Field,
        (FieldInCode { Container.Length: 0 }, "_id") => KeyName,
        (FieldInCode, var name) when name.IndexOfAny(['.', '[', ']', '{', '}']) >= 0 => Parting,
        _ => null,
    };

    private static IEnumerable<Fault> HeaderFaults(SchemaInCode schema)
    {
        // All table names share one page of the file: a name takes its bytes, a length and a page number.
        var bytes = schema.Tables.Sum(table => Encoding.UTF8.GetByteCount(table.Name ?? "") + 7);
        return bytes > NamesInHeader && schema.Tables[schema.Tables.Count - 1] is { } last ? [At(last, Header, last.NameExpression ?? last.Declaration, schema.Tables.Count, bytes)] : [];
    }

    private static bool IsWord(string name) => name.Length > 0 && name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '$');
}
