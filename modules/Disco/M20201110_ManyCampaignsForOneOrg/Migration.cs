using TypedMigrations;
using Owner = Accounts.M20201107_AvatarsAndLogosBecomeResources;

namespace Disco.M20201110_ManyCampaignsForOneOrg;

[DependsOn<Owner.AvatarsAndLogosBecomeResources>]
public sealed class ManyCampaignsForOneOrg : Migration;
