using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace TypedMigrations.LiteDb.Tests.Contract;

/// <summary>Runs a situation of the store contract on a plain, an encrypted and a shared file.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEveryKindOfFileAttribute : NUnitAttribute, IFixtureBuilder
{
    private static readonly Type[] Kinds = [typeof(PlainFile), typeof(EncryptedFile), typeof(SharedFile)];

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) =>
        Kinds.SelectMany(kind => new TestFixtureAttribute { TypeArgs = [kind] }.BuildFrom(typeInfo));
}
