namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for to compile a record; netstandard2.0 has none.</summary>
internal static class IsExternalInit;
