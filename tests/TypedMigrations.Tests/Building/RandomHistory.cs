using TypedMigrations.Planning;
using TypedMigrations.Schemas;

namespace TypedMigrations.Tests.Building;

/// <summary>A random schema, changed at random, with exactly the steps that account for the changes.</summary>
/// <remarks>Records have any number of fields here, so that schemas are made without constants: accounting never touches a record.</remarks>
internal sealed class RandomHistory
{
    private readonly Random _random;
    private readonly List<Step> _steps = [];
    private int _names;

    private RandomHistory(int seed) => _random = new Random(seed);

    public required Schema Before { get; init; }

    public required Schema After { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public static RandomHistory Of(int seed)
    {
        var maker = new RandomHistory(seed) { Before = Schema.Empty, After = Schema.Empty, Steps = [] };
        var before = Enumerable.Range(0, maker._random.Next(1, 4)).Select(_ => maker.NewTable()).ToList();
        var after = before.Select(maker.Change).OfType<Tree>().ToList();
        after.AddRange(Enumerable.Range(0, maker._random.Next(2)).Select(_ => maker.NewTable()));
        return new RandomHistory(seed) { Before = SchemaOf(before), After = SchemaOf(after), Steps = maker._steps };
    }

    public Difference Account(IReadOnlyList<Step>? steps = null) => Difference.Between(Before, After, steps ?? Steps);

    public IReadOnlyList<Step> Shuffled()
    {
        var steps = Steps.ToArray();
        _random.Shuffle(steps);
        return steps;
    }

    /// <summary>A table as a tree of fields.</summary>
    private sealed record Tree(Table<None> Table, Field Key, List<Node> Fields);

    private sealed record Node(Field Field, Type Type, List<Node> Children);

    private static Schema SchemaOf(List<Tree> tables) => new(tables.Select(tree =>
    {
        var all = new List<FieldSchema> { Read(new Node(tree.Key, typeof(string), []), []) };
        var own = tree.Fields.Select(node => Read(node, all)).ToList();
        return new TableSchema(tree.Table, $"{tree.Table.Name}.Table", new RecordShape(typeof(None), [all[0], .. own]), all, [], []);
    }));

    private static FieldSchema Read(Node node, List<FieldSchema> all)
    {
        var nested = node.Children.Count == 0 ? null : new RecordShape(typeof(Part<int>), node.Children.Select(child => Read(child, all)));
        var schema = new FieldSchema(node.Field, $"constant of {node.Field}", FieldType.Of(node.Type, EnumStorage.Name), nested);
        all.Add(schema);
        return schema;
    }

    private string NewName(string prefix) => $"{prefix}{_names++}";

    private bool OneIn(int n) => _random.Next(n) == 0;

    private Tree NewTable(string? name = null)
    {
        var table = new Table<None>(name ?? NewName("table"));
        var key = new Field<None, string>(table, null, "_id", FieldRole.Key, null, EnumStorage.Name);
        return new Tree(table, key, Enumerable.Range(0, name is null ? _random.Next(1, 5) : 0).Select(_ => NewNode(table, null, depth: 0)).ToList());
    }

    private static readonly Type[] Scalars = [typeof(string), typeof(int), typeof(long), typeof(Guid), typeof(int[]), typeof(Dictionary<string, string>), typeof(DayOfWeek)];

    private static readonly Type[] Containers = [typeof(Part<int>), typeof(Part<int>[])];

    private Node NewNode(Table table, Field? parent, int depth, FieldRole? role = null)
    {
        var type = depth < 3 && OneIn(3) ? Containers[_random.Next(Containers.Length)] : Scalars[_random.Next(Scalars.Length)];
        var field = NewField(table, parent, NewName("field"), role ?? (OneIn(2) ? FieldRole.Required : FieldRole.Optional), type);
        return new Node(field, type, type is { } && Containers.Contains(type) ? NewChildren(table, field, type, depth) : []);
    }

    private List<Node> NewChildren(Table table, Field field, Type type, int depth) =>
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NewNode(table, ParentOfChildren(table, field, type), depth + 1))];

    private static Field NewField(Table table, Field? parent, string name, FieldRole role, Type type) =>
        (Field)Activator.CreateInstance(typeof(Field<,>).MakeGenericType(typeof(None), type),
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance, null, [table, parent, name, role, null, EnumStorage.Name], null)!;

    private static Field ParentOfChildren(Table table, Field field, Type type) => type.IsArray ? NewField(table, field, "[]", FieldRole.Elements, typeof(Part<int>)) : field;

    private Tree? Change(Tree old)
    {
        if (OneIn(6))
        {
            _steps.Add(new DropTable(old.Table));
            return null;
        }

        var isRenamed = OneIn(4);
        var now = NewTable(isRenamed ? NewName("table") : old.Table.Name);
        if (isRenamed)
            _steps.Add(new RenameTable(old.Table, now.Table));
        now.Fields.AddRange(ChangeAll(old.Fields, old.Table, now.Table, parent: null, depth: 0));
        return now;
    }

    private List<Node> ChangeAll(List<Node> old, Table oldTable, Table table, Field? parent, int depth)
    {
        var now = old.Select(node => Change(node, oldTable, table, parent, depth)).OfType<Node>().ToList();
        // A record without fields would be no record: there is always one that is new.
        for (var i = _random.Next(now.Count == 0 ? 1 : 0, 3); i > 0; i--)
        {
            var added = NewNode(table, parent, depth);
            if (added.Field.Role == FieldRole.Required)
                _steps.Add(Fill(added.Field));
            now.Add(added);
        }

        return now;
    }

    private Node? Change(Node old, Table oldTable, Table table, Field? parent, int depth)
    {
        var change = _random.Next(5);
        if (change == 0)
        {
            _steps.Add(new DropField(old.Field));
            return null;
        }

        var role = OneIn(3) ? FieldRole.Required : OneIn(2) ? FieldRole.Optional : old.Field.Role;
        var name = OneIn(3) ? NewName("field") : old.Field.Name;
        var type = change == 1 ? OtherThan(old.Type) : old.Type;
        var field = NewField(table, parent, name, role, type);
        if (change == 1)
            _steps.Add(new ConvertFields("convert", [old.Field], [field], values => values, "value => value"));
        else if (name != old.Field.Name)
            _steps.Add(new RenameField(old.Field, field));
        if (old.Field.Role == FieldRole.Optional && role == FieldRole.Required)
            _steps.Add(Fill(field));

        if (!Containers.Contains(type))
            return new Node(field, type, []);
        return new Node(field, type, change == 1
            ? NewChildren(table, field, type, depth)
            : ChangeAll(old.Children, oldTable, table, ParentOfChildren(table, field, type), depth + 1));
    }

    private Type OtherThan(Type type)
    {
        var others = Scalars.Concat(Containers).Where(other => other != type).ToArray();
        return others[_random.Next(others.Length)];
    }

    private static FillField Fill(Field field) => new(field, null, (_, _) => null, "value");
}
