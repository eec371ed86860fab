using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Reads the constants of one migration from the initializers of its static fields, without running them.</summary>
internal sealed class ConstantsReader
{
    private readonly Dictionary<ISymbol, TableInCode> _tables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, FieldInCode> _fields = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private readonly MigrationSpace _space;
    private readonly CancellationToken _cancellation;
    private bool _isComplete = true;

    private ConstantsReader(Compilation compilation, MigrationSpace space, CancellationToken cancellation)
    {
        _compilation = compilation;
        _space = space;
        _cancellation = cancellation;
    }

    public static SchemaInCode Read(Compilation compilation, MigrationSpace space, CancellationToken cancellation)
    {
        var constants = TypesIn(compilation, space.FullName).SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
            .Where(field => field.IsStatic && LibraryTypes.IsConstant(field.Type))
            .ToList();

        var reader = new ConstantsReader(compilation, space, cancellation);
        // Tables, fields, indexes: a constant may stand above what it names, in another file or class.
        foreach (var table in constants.Where(field => LibraryTypes.IsTable(field.Type)))
            reader.ReadTable(table);
        reader.ReadFields([.. constants.Where(field => LibraryTypes.IsField(field.Type))]);
        foreach (var index in constants.Where(field => LibraryTypes.IsIndex(field.Type)))
            reader.ReadIndex(index);
        foreach (var reference in constants.Where(field => LibraryTypes.IsReference(field.Type)))
            reader.ReadReference(reference);
        return new(reader.InOrder(constants), reader._isComplete);
    }

    private List<TableInCode> InOrder(List<IFieldSymbol> constants)
    {
        foreach (var field in constants.Where(_fields.ContainsKey).Select(constant => _fields[constant]))
            field.Table.Fields.Add(field);
        return [.. constants.Where(_tables.ContainsKey).Select(constant => _tables[constant])];
    }

    private void ReadTable(IFieldSymbol constant)
    {
        if (PlainDeclaration.TryReadTable(InitializerOf(constant)) is { } literal && constant.Type is INamedTypeSymbol { TypeArguments: var plain } && plain.FirstOrDefault() is INamedTypeSymbol modeled)
            _tables[constant] = new(constant, InitializerOf(constant)!, literal, literal.Token.ValueText, modeled);
        else
            ReadTable(constant, OperationOf(constant));
    }

    private void ReadTable(IFieldSymbol constant, IOperation? made)
    {
        if (made is IObjectCreationOperation { Arguments.Length: 1 } creation
            && made.Syntax is ExpressionSyntax declaration
            && constant.Type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.FirstOrDefault() is INamedTypeSymbol record)
        {
            var (expression, name, isOwnConst) = NameOf(creation.Arguments, "name");
            _tables[constant] = new(constant, declaration, expression, name, record) { IsNamedByOwnConst = isOwnConst };
        }
        else
        {
            _isComplete = false;
        }
    }

    /// <summary>A nested field is read when the field that holds it has been. What is not plain is bound when nothing plain is left.</summary>
    private void ReadFields(List<IFieldSymbol> fields)
    {
        while (fields.RemoveAll(TryReadPlain) > 0)
        {
        }

        var others = fields.Select(field => (Field: field, Made: OperationOf(field))).ToList();
        while (others.RemoveAll(other => TryReadPlain(other.Field) || TryReadField(other.Field, other.Made)) > 0)
        {
        }

        _isComplete &= others.Count == 0;
    }

    private bool TryReadPlain(IFieldSymbol constant)
    {
        if (PlainDeclaration.TryRead(InitializerOf(constant)) is not { Property: { } name } plain || ParentOf(constant, plain) is not { Record: { } record } parent
            || constant.Type is not INamedTypeSymbol { TypeArguments: { Length: 2 } arguments }
            || RecordInCode.TryFind(record, name) is not { } property || !SymbolEqualityComparer.Default.Equals(property.Type, arguments[1]))
            return false;

        var role = plain.Method switch { "Key" => RoleInCode.Key, "Required" => RoleInCode.Required, _ => RoleInCode.Optional };
        _fields[constant] = new(
            constant, InitializerOf(constant)!, plain.NameExpression, role == RoleInCode.Key ? "_id" : plain.Name, parent.Table, parent.Container, record, role, property, arguments[1], plain.IsEnumByNumber);
        return true;
    }

    private Place? ParentOf(IFieldSymbol constant, PlainDeclaration plain) => MemberOf(constant, plain.Receiver) switch
    {
        { } member when _tables.TryGetValue(member, out var table) => new(table, "", table.Record),
        { } member when plain.Method != "Key" && _fields.TryGetValue(member, out var field) && field.Path is { } path => new(field.Table, path, RecordOf(field.Type)),
        _ => null,
    };

    /// <summary>A constant that another one of its class names by its simple name.</summary>
    private static ISymbol? MemberOf(IFieldSymbol constant, string name) => constant.ContainingType.GetMembers(name).FirstOrDefault();

    private bool TryReadField(IFieldSymbol constant, IOperation? made)
    {
        if (made is not IInvocationOperation { Syntax: ExpressionSyntax declaration } call || RoleOf(call.TargetMethod) is not { } role || ParentOf(call) is not { } parent)
            return false;

        var (expression, name, isOwnConst) = role == RoleInCode.Key ? (null, "_id", false) : NameOf(call.Arguments, "name");
        _fields[constant] = new(
            constant, declaration, expression, name, parent.Table, parent.Container, parent.Record, role, PropertyOf(call), call.TargetMethod.TypeArguments.Last(), IsByNumber(call))
        {
            IsNamedByOwnConst = isOwnConst,
        };
        return true;
    }

    private static RoleInCode? RoleOf(IMethodSymbol method) =>
        !LibraryTypes.IsOfTheLibrary(method.ContainingType.OriginalDefinition, "Table`1") && !LibraryTypes.IsOfTheLibrary(method.ContainingType, "NestedFields") ? null
        : method.Name switch { "Key" => RoleInCode.Key, "Required" => RoleInCode.Required, "Optional" => RoleInCode.Optional, _ => null };

    /// <summary>The table or the field from which a field is declared.</summary>
    private Place? ParentOf(IInvocationOperation call)
    {
        var parent = Unconverted(call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null));
        return parent switch
        {
            IFieldReferenceOperation { Field: var constant } when _tables.TryGetValue(constant, out var table) => new(table, "", table.Record),
            IFieldReferenceOperation { Field: var constant } when _fields.TryGetValue(constant, out var field) && field.Path is { } path => new(field.Table, path, RecordOf(field.Type)),
            IInvocationOperation { TargetMethod.Name: "Each" or "EachValue" } each when ParentOf(each) is { } list =>
                list with { Container = list.Container + (each.TargetMethod.Name == "Each" ? "[]" : "{}"), Record = RecordOf(each.TargetMethod.TypeArguments.Last()) },
            _ => null,
        };
    }

    private static INamedTypeSymbol? RecordOf(ITypeSymbol type) => type as INamedTypeSymbol;

    private void ReadIndex(IFieldSymbol constant)
    {
        if (PlainDeclaration.TryRead(InitializerOf(constant)) is { Indexed: { } indexed } plain && MemberOf(constant, plain.Receiver) is { } on && _tables.TryGetValue(on, out var table)
            && MemberOf(constant, indexed) is { } member && _fields.TryGetValue(member, out var field))
            table.Indexes.Add(new(constant, InitializerOf(constant)!, plain.NameExpression, plain.Name, table, plain.Method, field));
        else
            ReadIndex(constant, OperationOf(constant));
    }

    private void ReadIndex(IFieldSymbol constant, IOperation? made)
    {
        if (made is not IInvocationOperation { Syntax: ExpressionSyntax declaration } call
            || Unconverted(call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null)) is not IFieldReferenceOperation { Field: var on }
            || !_tables.TryGetValue(on, out var table))
        {
            _isComplete = false;
            return;
        }

        var (expression, name, isOwnConst) = NameOf(call.Arguments, "name");
        var field = ArgumentOf(call.Arguments, "field") is IFieldReferenceOperation { Field: var indexed } ? _fields.TryGetValue(indexed, out var known) ? known : null : null;
        table.Indexes.Add(new(constant, declaration, expression, name, table, call.TargetMethod.Name, field) { IsNamedByOwnConst = isOwnConst });
    }

    private void ReadReference(IFieldSymbol constant)
    {
        if (PlainDeclaration.TryRead(InitializerOf(constant)) is { Method: "References" } plain && MemberOf(constant, plain.Receiver) is { } member && _fields.TryGetValue(member, out var from))
            from.IsReference = true;
        else
            ReadReference(OperationOf(constant));
    }

    private void ReadReference(IOperation? made)
    {
        if (made is IInvocationOperation call && Unconverted(call.Instance) is IFieldReferenceOperation { Field: var from } && _fields.TryGetValue(from, out var field))
            field.IsReference = true;
        else
            _isComplete = false;
    }

    private static IPropertySymbol? PropertyOf(IInvocationOperation call)
    {
        var lambda = call.Arguments.Select(argument => Unconverted(argument.Value)).OfType<IAnonymousFunctionOperation>().FirstOrDefault();
        var returned = lambda?.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue;
        if (returned is IConversionOperation conversion && conversion.GetConversion() is { IsIdentity: true })
            returned = conversion.Operand;
        // The library takes the property from the lambda's text.
        return returned is IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var parameter }, Property.IsIndexer: false } read
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, lambda!.Symbol)
            && PropertyLambda.NameIn(lambda.Syntax.ToString()) == read.Property.Name ? read.Property : null;
    }

    private static bool IsByNumber(IInvocationOperation call) => ArgumentOf(call.Arguments, "enums")?.ConstantValue is { HasValue: true, Value: 1 };

    private (ExpressionSyntax? Expression, string? Name, bool IsOwnConst) NameOf(IEnumerable<IArgumentOperation> arguments, string parameter)
    {
        var name = ArgumentOf(arguments, parameter);
        var isOwnConst = name is IFieldReferenceOperation { Field: { IsConst: true } constant } && _space.Equals(MigrationSpace.Of(constant));
        return (name?.Syntax as ExpressionSyntax, name?.ConstantValue is { HasValue: true, Value: string text } ? text : null, isOwnConst);
    }

    private static IOperation? ArgumentOf(IEnumerable<IArgumentOperation> arguments, string parameter) =>
        Unconverted(arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value);

    private static IOperation? Unconverted(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Unconverted(conversion.Operand),
        IDelegateCreationOperation made => Unconverted(made.Target),
        IArgumentOperation argument => Unconverted(argument.Value),
        _ => operation,
    };

    private ExpressionSyntax? InitializerOf(IFieldSymbol constant) => FieldInitializer.Of(constant, _cancellation);

    private IOperation? OperationOf(IFieldSymbol constant) =>
        InitializerOf(constant) is { } value ? Unconverted(_compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, _cancellation)) : null;

    /// <summary>The types of a namespace and of those below it.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesIn(Compilation compilation, string space)
    {
        INamespaceSymbol? found = compilation.Assembly.GlobalNamespace;
        foreach (var segment in space.Split('.'))
            found = found?.GetNamespaceMembers().FirstOrDefault(member => member.Name == segment);
        return found is null ? [] : TypesIn(found);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space) => space.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private sealed record Place(TableInCode Table, string Container, INamedTypeSymbol? Record);
}
