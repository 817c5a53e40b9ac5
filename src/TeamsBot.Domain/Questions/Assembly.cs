using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>Puts the pieces of one sentence together.</summary>
internal sealed class Assembly(Draft draft, LocalDate today, Query? previous)
{
    private static readonly string[] s_quality = [Metrics.Revenue, Metrics.WonDeals, Metrics.WinRate];

    public Reading Read()
    {
        if (Outside() is { } why)
        {
            return new Reading.OutOfScope(why);
        }

        if (Definitions.Read(draft) is { } definition)
        {
            return new Reading.Understood(definition);
        }

        if (SingleRecord.Read(draft) is { } record)
        {
            return new Reading.Understood(record);
        }

        var words = Words();
        var metrics = MetricChoice.Best(words);
        if (metrics.Count == 0 && previous is null && draft.Pieces.Any(piece => piece.Is(Kind.Dimension) && piece.Is(Kind.Word, "lead")))
        {
            metrics = [Metrics.Leads]; // "top lead sources"
        }

        if (metrics.Count == 0 && previous is null && words.Contains("open") && words.All(word => word is "open" or "count"))
        {
            metrics = [Metrics.OpenDeals]; // "what is still open for Hottechi"
        }

        var isFollowing = previous is not null && previous.Form is QueryForm.Figure && (metrics.Count == 0 || IsCue() || IsBareMetric(words));
        if (metrics.Count == 0 && !isFollowing)
        {
            return WithoutMetric(words);
        }

        metrics = metrics is [Metrics.WinRate] && words.Contains("share") && new ShareOfWon(draft).IsAsked() ? [Metrics.WonDeals] : metrics;
        var metric = Metrics.Get(metrics.Count > 0 ? metrics[0] : previous!.Metric);
        var parts = Parts.Read(draft, dimension => metric.HasValues(dimension, draft.Vocabulary));
        if (Noise.IsTooMuch(draft) || (isFollowing && metrics.Count == 0 && parts.IsEmpty))
        {
            return new Reading.OutOfScope(isFollowing ? Refusal.NothingToFollow : Refusal.NotUnderstood);
        }

        IReadOnlyList<Query> queries = [.. (metrics.Count > 0 ? metrics : [metric.Id]).Select(id => Compose(Metrics.Get(id), words, parts, isFollowing))];
        return queries.Count == 1 && parts.Choice.Open.Count > 1
            ? new Reading.Unclear(Gap.Value, [.. parts.Choice.Open.Select(open => Compose(metric, words, parts.With(open), isFollowing))])
            : Finish(queries, parts, metric);
    }

    private Query Compose(Metric metric, IReadOnlyCollection<string> words, Parts parts, bool isFollowing) =>
        isFollowing ? FollowUp.Merge(previous!, metric, parts, today) : new Composition(metric, words, parts, today, draft).Query();

    private Reading Finish(IReadOnlyList<Query> queries, Parts parts, Metric metric)
    {
        if (queries.Count > 1)
        {
            return new Reading.Unclear(Gap.Metric, queries);
        }

        var query = queries[0];
        // Good and bad without a measure: several would do.
        if (parts.Grouping is { IsQuality: true, Order: not null } && metric.Id == Metrics.Campaigns)
        {
            return Quality(parts);
        }

        if (parts.Values.FirstOrDefault(value => !value.Exists) is { } missing)
        {
            return new Reading.NoSuchValue(query, missing.Value);
        }

        return query.Form is QueryForm.Sla || QueryRules.WhyNot(query, draft.Vocabulary) is null
            ? new Reading.Understood(query)
            : new Reading.OutOfScope(Refusal.NotUnderstood);
    }

    private Refusal? Outside()
    {
        if (draft.Has("object") && draft.Has("change"))
        {
            return Refusal.Action; // 把 … 改成 …
        }

        if (draft.Find("order") is var order and >= 0 && draft.Before(order) < 0)
        {
            return Refusal.Action; // "close the deal with Acme" begins so; "how long to close the deal" does not.
        }

        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            var piece = draft.Pieces[i];
            if (!draft.IsUsed(i) && piece.Id(Kind.Outside) is { } id && !piece.Meanings.Any(meaning => meaning.Kind is Kind.Metric or Kind.Word or Kind.Dimension or Kind.Time or Kind.Term || (meaning.Kind == Kind.Operator && meaning.Id is "instead" or "insteadof" or "follow")))
            {
                return id switch
                {
                    "cause" => Refusal.Cause,
                    "forecast" => Refusal.Forecast,
                    "action" => Refusal.Action,
                    "sensitive" => Refusal.Sensitive,
                    _ => Refusal.NotHeld,
                };
            }
        }

        return null;
    }

    private List<string> Words()
    {
        var words = new List<string>();
        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            var piece = draft.Pieces[i];
            if (draft.IsUsed(i) || (piece.Op("list") && draft.Before(i) < 0) || (piece.Is(Kind.Dimension) && (piece.Is(Kind.Word, "lead") || DimensionRoles.IsAsked(draft, i))) || (piece.Is(Kind.Value) && Labels.Of(draft, i) is not null))
            {
                continue;
            }

            if ((piece.Id(Kind.Metric) is { } metric ? "=" + metric : piece.Id(Kind.Word)) is { } word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }

    // "as revenue", "lost deals?": nothing but another metric.
    private bool IsBareMetric(List<string> words) =>
        draft.Periods.Count == 0 && (!words.Contains("count") || draft.Pieces[0].Op("by")) && !draft.Has("all") && !draft.Has("total")
        && !draft.Pieces.Any(piece => piece.Is(Kind.Value) || piece.Is(Kind.Alias) || piece.Is(Kind.Dimension) || piece.Is(Kind.Unknown));

    // "and", "what about", "same": the first thing that is said, or anywhere.
    private bool IsCue()
    {
        if (draft.Has("same") || draft.Has("instead") || draft.Has("insteadof"))
        {
            return true;
        }

        for (var i = 0; i < draft.Pieces.Count; i++)
        {
            if (draft.Pieces[i].Op("follow"))
            {
                return true;
            }

            if (!draft.Pieces[i].Is(Kind.Filler))
            {
                return false;
            }
        }

        return false;
    }

    private Reading WithoutMetric(List<string> words)
    {
        var parts = Parts.Read(draft, _ => true);
        if (Noise.IsTooMuch(draft) || Enumerable.Range(0, draft.Pieces.Count).Any(i => draft.Pieces[i].Is(Kind.Unknown)))
        {
            return new Reading.OutOfScope(Refusal.NotUnderstood);
        }

        var asksHowItGoes = draft.Has("doing") || words.Any(word => word is not ("count" or "share" or "average" or "median" or "amount")) || (parts.Grouping.IsQuality && !parts.IsEmpty);
        return asksHowItGoes || parts.Values.Count + parts.Periods.Count + parts.Grouping.Dimensions.Count > 0 ? Quality(parts) : new Reading.OutOfScope(previous is null ? Refusal.NotUnderstood : Refusal.NothingToFollow);
    }

    private Reading.Unclear Quality(Parts parts)
    {
        var fitting = s_quality.Prepend(Metrics.Leads).Append(Metrics.ConversionRate)
            .Select(Metrics.Get)
            .Where(metric => parts.Grouping.Dimensions.Concat(parts.Filters.Select(filter => filter.Dimension)).All(dimension => metric.CanGroup(dimension, draft.Vocabulary)))
            .Take(4)
            .ToList();
        return new(Gap.Metric, [.. (fitting.Count > 1 ? fitting : [.. s_quality.Select(Metrics.Get)]).Select(metric => new Composition(metric, [], parts, today, draft).Query())]);
    }
}
