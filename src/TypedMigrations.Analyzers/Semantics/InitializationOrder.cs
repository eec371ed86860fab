using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMigrations.Analyzers.Semantics;

/// <summary>Goes through the initializers of a migration's constants as the program would, whichever class it asks first, and notes what is read while it is still null.</summary>
internal sealed class InitializationOrder
{
    private readonly Dictionary<string, List<Initializer>> _classes = [];
    private readonly HashSet<EarlyRead> _found = [];

    private InitializationOrder(IEnumerable<INamedTypeSymbol> types, CancellationToken cancellation)
    {
        // Of two nested classes of one name, neither is followed: names are all that is looked at here.
        foreach (var named in types.Where(type => LibraryTypes.ConstantsOf(type).Any()).GroupBy(type => type.Name).Where(same => same.Count() == 1))
            _classes[named.Key] = [.. named.Single().GetMembers().OfType<IFieldSymbol>().Select(field => InitializerOf(field, cancellation)).OfType<Initializer>()];
        foreach (var read in _classes.Values.SelectMany(fields => fields))
            read.Find(_classes);
    }

    /// <summary>The reads that would find null. They are found by name: ask the compiler before telling anybody.</summary>
    public static IReadOnlyCollection<EarlyRead> EarlyReads(IEnumerable<INamedTypeSymbol> types, CancellationToken cancellation)
    {
        var order = new InitializationOrder(types, cancellation);
        foreach (var first in order._classes.Values)
            order.Run(first, started: [], set: []);
        return order._found;
    }

    private void Run(List<Initializer> fields, HashSet<List<Initializer>> started, HashSet<Initializer> set)
    {
        if (!started.Add(fields))
            return;

        foreach (var field in fields)
        {
            foreach (var (name, target) in field.Reads)
            {
                Run(_classes[target.Field.ContainingType.Name], started, set);
                if (!set.Contains(target))
                    _found.Add(new(name, field.Field, target.Field));
            }

            set.Add(field);
        }
    }

    private static Initializer? InitializerOf(IFieldSymbol field, CancellationToken cancellation) =>
        field is { IsStatic: true, IsConst: false, IsImplicitlyDeclared: false }
        && FieldInitializer.Of(field, cancellation) is { } value ? new(field, value) : null;

    private sealed class Initializer(IFieldSymbol field, ExpressionSyntax value)
    {
        public IFieldSymbol Field { get; } = field;

        public List<(IdentifierNameSyntax Name, Initializer Target)> Reads { get; } = [];

        public void Find(Dictionary<string, List<Initializer>> classes)
        {
            // What a lambda names is read when it is called.
            foreach (var name in value.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>())
            {
                if (ClassOf(name) is { } owner && classes.TryGetValue(owner, out var fields) && fields.Find(other => other.Field.Name == name.Identifier.ValueText) is { } target)
                    Reads.Add((name, target));
            }
        }

        /// <summary>The class whose static field a name may be.</summary>
        private string? ClassOf(IdentifierNameSyntax name) => name.Parent switch
        {
            NameColonSyntax or TypeArgumentListSyntax or QualifiedNameSyntax => null,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => null,
            MemberAccessExpressionSyntax access when access.Name == name => (access.Expression as IdentifierNameSyntax)?.Identifier.ValueText,
            _ => Field.ContainingType.Name,
        };
    }
}

/// <summary>A constant that reads another before it is set.</summary>
/// <param name="Name">Where it does.</param>
/// <param name="Reader">The constant that reads.</param>
/// <param name="Read">The one that is null then.</param>
internal sealed record EarlyRead(IdentifierNameSyntax Name, IFieldSymbol Reader, IFieldSymbol Read);
