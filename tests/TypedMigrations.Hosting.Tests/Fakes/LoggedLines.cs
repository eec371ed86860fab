using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TypedMigrations.Hosting.Tests;

/// <summary>Keeps what is logged in the category TypedMigrations.</summary>
internal sealed class LoggedLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(EventId Id, LogLevel Level, string Text, Exception? Exception)> _lines = new();

    public IReadOnlyList<(EventId Id, LogLevel Level, string Text, Exception? Exception)> Lines => [.. _lines];

    public IEnumerable<string> Texts => Lines.Select(line => $"{line.Id.Id} {line.Text}");

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName == "TypedMigrations" ? _lines : null);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(EventId, LogLevel, string, Exception?)>? lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => lines is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines?.Enqueue((eventId, logLevel, formatter(state, exception), exception));
    }
}
