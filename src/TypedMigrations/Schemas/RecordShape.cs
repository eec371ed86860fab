using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TypedMigrations.Schemas;

/// <summary>How a record is taken apart into its fields and put together from them: by reflection the first times, then by code that is made once.</summary>
public sealed class RecordShape
{
    // To make the code takes as long as some hundred records by reflection. Most seeds have fewer.
    private const int Few = 100;

    private readonly Lazy<Func<object?[], object>> _create;
    private readonly Lazy<Action<object, object?[]>> _read;
    private FieldInfo?[]? _holders;
    private int _created;
    private int _wasRead;

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
    public object Create(object?[] values) => IsOneOfFew(ref _created) ? CreateByReflection(values) : _create.Value(values);

    /// <summary>Reads a record's values, in the order of <see cref="Fields"/>.</summary>
    public void Read(object record, object?[] values)
    {
        if (!IsOneOfFew(ref _wasRead))
            _read.Value(record, values);
        else
            ReadByReflection(record, values);
    }

    /// <summary>What keeps the record from being made from its fields, in words; empty when nothing does.</summary>
    internal IEnumerable<string> Gaps()
    {
        var constructor = Constructor();
        var named = Fields.Select(field => field.Declaration.Property!.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A property that only computes is no data: it has neither a setter nor a place in the constructor.
            var isData = property.SetMethod is not null || constructor?.GetParameters().Any(parameter => parameter.Name == property.Name) == true;
            if (isData && !named.Contains(property.Name))
                yield return $"no field names the property {Type.Name}.{property.Name}";
        }

        foreach (var twice in Fields.GroupBy(field => field.Declaration.Property!.Name).Where(group => group.Count() > 1))
            yield return $"the fields {string.Join(" and ", twice.Select(field => field.Name))} name one property, {Type.Name}.{twice.Key}";
        if (constructor is null || Type.IsAbstract)
            yield return $"{Type.Name} is abstract or has no public constructor";
        foreach (var parameter in constructor?.GetParameters() ?? [])
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

    // Not exact where several threads count, which changes nothing but the speed.
    private static bool IsOneOfFew(ref int times) => times < Few && times++ < Few;

    private object CreateByReflection(object?[] values)
    {
        var constructor = Constructor()!;
        var arguments = constructor.GetParameters().Select(FieldOf).ToList();
        // Null stands for the default of any type here, too.
        var made = constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [.. arguments.Select(field => field < 0 ? null : values[field])], culture: null);
        foreach (var (property, field) in Assigned(arguments))
            property.SetMethod!.Invoke(made, BindingFlags.DoNotWrapExceptions, binder: null, [values[field]], culture: null);
        return made;
    }

    private void ReadByReflection(object record, object?[] values)
    {
        _holders ??= [.. Fields.Select(field => HolderOf(field.Declaration.Property!))];
        for (var i = 0; i < Fields.Count; i++)
        {
            values[i] = _holders[i] is { } holder
                ? holder.GetValue(record)
                : Fields[i].Declaration.Property!.GetMethod!.Invoke(record, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        }
    }

    /// <summary>The field behind a property that does nothing but return it. To call a getter once, the runtime compiles it; a field it just reads.</summary>
    private static FieldInfo? HolderOf(PropertyInfo property) => property.GetMethod is { IsVirtual: false } getter && getter.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        ? property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)
        : null;

    /// <summary>The properties that are set after the constructor, each with the number of its field.</summary>
    private IEnumerable<(PropertyInfo Property, int Field)> Assigned(IEnumerable<int> arguments) => Fields
        .Select((field, i) => (Property: field.Declaration.Property!, Field: i))
        .Where(item => item.Property.SetMethod is not null)
        .ExceptBy(arguments, item => item.Field);

    private Func<object?[], object> CompileCreate()
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var constructor = Constructor()!;
        var parameters = constructor.GetParameters();
        var made = Expression.New(constructor, parameters.Select(parameter => ValueAt(values, FieldOf(parameter), parameter.ParameterType)));

        var bindings = Assigned(parameters.Select(FieldOf)).Select(item => (MemberBinding)Expression.Bind(item.Property, ValueAt(values, item.Field, item.Property.PropertyType)));
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
