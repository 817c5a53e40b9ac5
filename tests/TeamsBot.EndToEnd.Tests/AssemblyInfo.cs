// Each test starts processes of its own; two at once would only wait for one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
