using TypedMigrations.Analyzers.Rules.Repeating;
using TypedMigrations.Analyzers.Tests.Rules.Harness;

namespace TypedMigrations.Analyzers.Tests.Rules.Repeating;

public sealed class ThreadIsLeft
{
    [Test]
    public Task IsReportedWithWhatToDo() => RuleTest<ThreadLeft>.VerifyMessage(
        "TM0405",
        "Migration 20201027_Roles uses async, which may go on on another thread, but a store's transaction is bound to the thread of the run: do the work in plain methods that return when it is done",
        RunsDiffer.Migration("public override {|#0:async|} void Up(Steps up) => await System.Threading.Tasks.Task.Yield();"));

    [TestCase("private {|TM0405:async|} System.Threading.Tasks.Task Made() => await Other();\n    private System.Threading.Tasks.{|TM0405:Task|} Other() => null!;")]
    [TestCase("private Action Made() => {|TM0405:async|} () => { };")]
    [TestCase("private void Made()\n    {\n        {|TM0405:async|} void Local() { }\n        Local();\n    }")]
    [TestCase("private void Made() => {|TM0405:System.Threading.Tasks.Task.Run|}(() => { });")]
    [TestCase("private void Made() => {|TM0405:System.Threading.Tasks.Parallel.For|}(0, 5, i => { });")]
    [TestCase("private void Made() => new System.Threading.{|TM0405:Thread|}(() => { }).Start();")]
    [TestCase("private int Made(System.Threading.Tasks.Task<int> given) => given.{|TM0405:Result|};")]
    [TestCase("private void Made(System.Threading.Tasks.Task<int> given) => given.{|TM0405:Wait|}();")]
    [TestCase("private int Made(System.Threading.Tasks.ValueTask<int> given) => given.{|TM0405:GetAwaiter|}().GetResult();")]
    [TestCase("private object Made(IEnumerable<int> given) => given.{|TM0405:AsParallel|}().Select(n => n);")]
    public Task IsReported(string member) => RunsDiffer.Verify<ThreadLeft>(member);

    [TestCase("private sealed record Task(string Id, string Result);\n    private string Made() => new Task(\"a\", \"b\").Result;")]
    [TestCase("private void Wait() { }\n    private void Made() => Wait();")]
    [TestCase("private void Made(System.Threading.CancellationToken given) => given.ThrowIfCancellationRequested();")]
    [TestCase("private string async = \"\";")]
    [TestCase("private IEnumerable<int> Made() { yield return 1; }")]
    public Task IsNotSaidOf(string member) => RunsDiffer.Verify<ThreadLeft>(member);
}
