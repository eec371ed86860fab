// A test that declares constants must not see those of another test.
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
