using LiteDB;

namespace TypedMigrations.LiteDb.Pages;

/// <summary>A document, its size in bytes, and where it lies.</summary>
internal readonly record struct PlacedDocument(BsonDocument Document, int Bytes, uint Page, byte Slot);
