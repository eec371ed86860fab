using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace TypedMigrations.Hosting;

/// <summary>Checks the options by their data annotations when the host starts.</summary>
internal sealed class MigrationOptionsValidator : IValidateOptions<MigrationOptions>
{
    /// <remarks>
    /// It throws, where a failed result would become an <see cref="OptionsValidationException"/>: a wrong option then looks like
    /// every other problem of a run, with a code and the next step.
    /// </remarks>
    public ValidateOptionsResult Validate(string? name, MigrationOptions options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : throw new MigrationException([.. results.SelectMany(result => result.MemberNames.Select(member => Invalid(options, member, result.ErrorMessage!)))]);
    }

    private static Problem Invalid(MigrationOptions options, string member, string reason)
    {
        var key = $"{ConfiguredMigrationOptions.Section}:{member}";
        var given = Convert.ToString(typeof(MigrationOptions).GetProperty(member)!.GetValue(options), CultureInfo.InvariantCulture);
        return new Problem(ErrorCode.InvalidOption, $"{key} is out of range.",
            $"Set {key} in the configuration, or {member} in AddMigrations(options => …), to a value in that range.",
            ("given", given ?? "nothing"), ("reason", reason));
    }
}
