using System.Globalization;
using TypedMigrations.Benchmarks.Documents;

// What is measured, then the file, then what the one or the other wants besides.
var (work, file) = (args[0], args[1]);
switch (work)
{
    case "make": await Migrating.MakeAsync(args[2], file, int.Parse(args[3], CultureInfo.InvariantCulture)); break;
    case "migrate": await Migrating.MigrateAsync(args[2], file); break;
    case "seed": await Migrating.SeedAsync(file, int.Parse(args[2], CultureInfo.InvariantCulture)); break;
    case "records": await Moving.WriteRecordsAsync(file, int.Parse(args[2], CultureInfo.InvariantCulture)); break;
    case "seed-by-hand": ByHand.Insert(file, int.Parse(args[2], CultureInfo.InvariantCulture)); break;
    case "bound": ByHand.ReadAndInsert(file, file + ".new"); break;
    case "in-place": ByHand.UpdateInOneCall(file); break;
    case "loop": ByHand.Loop(file, inTransaction: false); break;
    case "loop-transaction": ByHand.Loop(file, inTransaction: true); break;
    case "read": ByHand.Read(file); break;
    case "schema": await Moving.ReadSchemaAsync(file); break;
    case "dump": await Moving.DumpAsync(file); break;
    case "load": await Moving.LoadAsync(file); break;
    default: return 64;
}

return 0;
