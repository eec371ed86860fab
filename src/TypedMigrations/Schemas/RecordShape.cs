using System.Linq.Expressions;
using System.Reflection;

namespace TypedMigrations.Schemas;

/// <summary>How a record is taken apart into its fields and put together from them. Made once for each record, then fast.</summary>
public sealed class RecordShape
{
    private readonly Lazy<Func<object?[], object>> _create;
    private readonly Lazy<Action<object, object?[]>> _read;

    internal RecordShape(Type type, IEnumerable<FieldSchema> fields)
    {
        Type = type;
        Fields = [.. fields];
        _create = new(CompileCreate);
        _read = new(CompileRead);
    }

    /// <summary>The type of the record.</summary>
    public Type Type { get; }

    /// <summary>The fields of the record itself, in the order of their declaration.</summary>
    public IReadOnlyList<FieldSchema> Fields { get; }

    /// <summary>Makes a record from its values, in the order of <see cref="Fields"/>; null stands for the default of a type that cannot be null.</summary>
    public object Create(object?[] values) => _create.Value(values);

    /// <summary>Reads a record's values, in the order of <see cref="Fields"/>.</summary>
    public void Read(object record, object?[] values) => _read.Value(record, values);

    /// <summary>What keeps the record from being made from its fields, in words; empty when nothing does.</summary>
    internal IEnumerable<string> Gaps()
    {
        var named = Fields.Select(field => field.Declaration.Property!.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A property that only computes is no data: it has neither a setter nor a place in the constructor.
            var isData = property.SetMethod is not null || Constructor()?.GetParameters().Any(parameter => parameter.Name == property.Name) == true;
            if (isData && !named.Contains(property.Name))
                yield return $"no field names the property {Type.Name}.{property.Name}";
        }

        foreach (var twice in Fields.GroupBy(field => field.Declaration.Property!.Name).Where(group => group.Count() > 1))
            yield return $"the fields {string.Join(" and ", twice.Select(field => field.Name))} name one property, {Type.Name}.{twice.Key}";
        if (Constructor() is null || Type.IsAbstract)
            yield return $"{Type.Name} is abstract or has no public constructor";
        foreach (var parameter in Constructor()?.GetParameters() ?? [])
        {
            if (FieldOf(parameter) < 0 && named.All(name => !string.Equals(name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
                yield return $"no field names the constructor parameter {parameter.Name} of {Type.Name}";
        }
    }

    private ConstructorInfo? Constructor() =>
        Type.GetConstructors().Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != Type).MaxBy(constructor => constructor.GetParameters().Length);

    private int FieldOf(ParameterInfo parameter)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (string.Equals(Fields[i].Declaration.Property!.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private Func<object?[], object> CompileCreate()
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var constructor = Constructor()!;
        var parameters = constructor.GetParameters();
        var made = Expression.New(constructor, parameters.Select(parameter => ValueAt(values, FieldOf(parameter), parameter.ParameterType)));

        var assigned = parameters.Select(FieldOf).ToHashSet();
        var bindings = Fields
            .Select((field, i) => (Property: field.Declaration.Property!, Index: i))
            .Where(item => !assigned.Contains(item.Index) && item.Property.SetMethod is not null)
            .Select(item => (MemberBinding)Expression.Bind(item.Property, ValueAt(values, item.Index, item.Property.PropertyType)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(Expression.MemberInit(made, bindings), typeof(object)), values).Compile();
    }

    private static Expression ValueAt(ParameterExpression values, int index, Type type)
    {
        // Of another module's record some fields are not read.
        if (index < 0)
            return Expression.Default(type);

        var value = Expression.ArrayIndex(values, Expression.Constant(index));
        return Expression.Condition(
            Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type));
    }

    private Action<object, object?[]> CompileRead()
    {
        var record = Expression.Parameter(typeof(object), "record");
        var values = Expression.Parameter(typeof(object?[]), "values");
        var typed = Expression.Convert(record, Type);
        var reads = Fields.Select((field, i) => (Expression)Expression.Assign(
            Expression.ArrayAccess(values, Expression.Constant(i)),
            Expression.Convert(Expression.Property(typed, field.Declaration.Property!), typeof(object))));
        return Expression.Lambda<Action<object, object?[]>>(Expression.Block(typeof(void), reads), record, values).Compile();
    }
}
