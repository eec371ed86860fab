using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedMigrations.Analyzers.Rules.Repeating;

/// <summary>TM0404: a migration uses files, the network, processes or the console.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsideWorldUsed : RepeatingRule
{
    private static readonly string[] Entries =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.DriveInfo", "System.IO.FileSystemWatcher",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.RandomAccess", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName", "System.IO.Path.GetFullPath",
        "System.IO.Path.Exists", "System.IO.Compression.ZipFile", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.Pipes.NamedPipeClientStream", "System.IO.Pipes.NamedPipeServerStream",
        "System.Net.Dns", "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpListener", "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker",
        "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient", "System.Net.Sockets.TcpListener", "System.Net.Sockets.UdpClient", "System.Net.WebSockets.ClientWebSocket",
        "System.Net.Mail.SmtpClient", "System.Net.NetworkInformation.Ping", "System.Net.NetworkInformation.NetworkInterface",
        "System.Diagnostics.Process", "Microsoft.Win32.Registry", "Microsoft.Win32.RegistryKey", "System.Console",
    ];

    private static readonly DiagnosticDescriptor Rule = Warning(
        "TM0404", "A migration uses what is outside of the database",
        "Migration {0} uses {1}, and what is outside of the database differs from machine to machine: put the data that it needs into its folder, where a seed reads it with seeds.Json, or take it from the documents");

    /// <summary>Makes the rule.</summary>
    public OutsideWorldUsed() : base(Entries, Rule)
    {
    }

    private protected override Diagnostic? Judge(Use use) =>
        use.Symbol is INamedTypeSymbol { Name: "StreamReader" or "StreamWriter" } && !OpensAFile(use) ? null : Diagnostic.Create(Rule, use.Place.GetLocation(), use.Owner.Id, use.Text);

    /// <summary>Readers and writers of streams do no harm: only those that are made with a path open a file.</summary>
    private static bool OpensAFile(Use use)
    {
        var made = use.Place.FirstAncestorOrSelf<SyntaxNode>(node => node is ObjectCreationExpressionSyntax or VariableDeclarationSyntax or StatementSyntax or MemberDeclarationSyntax) switch
        {
            ObjectCreationExpressionSyntax creation => creation,
            VariableDeclarationSyntax declaration => declaration.Variables.Select(variable => variable.Initializer?.Value).OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(),
            _ => (SyntaxNode?)null,
        };
        return made is not null && use.Model.GetSymbolInfo(made, use.Cancellation).Symbol is IMethodSymbol { Parameters: { Length: > 0 } parameters }
            && parameters[0].Type.SpecialType == SpecialType.System_String;
    }
}
