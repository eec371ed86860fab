using TypedMigrations;
using Microsoft.Extensions.DependencyInjection;

namespace TM0115.M20260101_First;

public sealed class First : Migration
{
    public static IServiceCollection? Services => null;
}
