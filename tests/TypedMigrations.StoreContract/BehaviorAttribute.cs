using NUnit.Framework;

namespace TypedMigrations;

/// <summary>The number of the behavior that a test holds, in the checklist that peers' test suites gave us.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class BehaviorAttribute(int number) : PropertyAttribute(number);
