namespace TeamsBot.Domain.Scoring;

/// <summary>
/// Logistic regression with an L2 penalty on all weights but the intercept, by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani
/// and Friedman, The Elements of Statistical Learning, 4.4.1). It minimises the negative log-likelihood plus half the penalty times the sum of squares.
/// </summary>
public static class LogisticRegression
{
    private const int MostSteps = 100;
    private const double Close = 1e-10;

    /// <summary>The intercept, then a weight a feature.</summary>
    public static double[] Fit(IReadOnlyList<double[]> features, IReadOnlyList<bool> isGood, double penalty)
    {
        var weights = new double[features[0].Length + 1];
        for (var step = 0; step < MostSteps; step++)
        {
            var move = Step(features, isGood, penalty, weights);
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] += move[j];
            }

            if (move.Max(Math.Abs) < Close)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>For each row the log-odds by a fit to the rows of all other folds; row i is in fold i modulo <paramref name="folds"/>.</summary>
    public static double[] CrossValidated(IReadOnlyList<double[]> features, IReadOnlyList<bool> isGood, double penalty, int folds)
    {
        var odds = new double[features.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            int[] others = [.. Enumerable.Range(0, features.Count).Where(row => row % folds != fold)];
            var weights = Fit([.. others.Select(row => features[row])], [.. others.Select(row => isGood[row])], penalty);
            for (var row = fold; row < features.Count; row += folds)
            {
                odds[row] = Odds(weights, features[row]);
            }
        }

        return odds;
    }

    public static double Odds(double[] weights, double[] features)
    {
        var sum = weights[0];
        for (var j = 0; j < features.Length; j++)
        {
            sum += weights[j + 1] * features[j];
        }

        return sum;
    }

    private static double[] Step(IReadOnlyList<double[]> features, IReadOnlyList<bool> isGood, double penalty, double[] weights)
    {
        var size = weights.Length;
        var (slope, curve) = (new double[size], new double[size, size]);
        for (var j = 0; j < size; j++)
        {
            // The intercept is held by next to nothing, so that equal rows have a solution, too.
            curve[j, j] = j == 0 ? 1e-9 : penalty;
            slope[j] = j == 0 ? 0 : -penalty * weights[j];
        }

        for (var row = 0; row < features.Count; row++)
        {
            var chance = 1 / (1 + Math.Exp(-Odds(weights, features[row])));
            Add(slope, curve, features[row], (isGood[row] ? 1 : 0) - chance, chance * (1 - chance));
        }

        return Solve(curve, slope);
    }

    private static void Add(double[] slope, double[,] curve, double[] features, double error, double spread)
    {
        for (var j = 0; j < slope.Length; j++)
        {
            var value = j == 0 ? 1 : features[j - 1];
            slope[j] += value * error;
            for (var k = 0; k < slope.Length; k++)
            {
                curve[j, k] += spread * value * (k == 0 ? 1 : features[k - 1]);
            }
        }
    }

    // Gauss with the largest pivot; the matrix is positive definite.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            Swap(matrix, right, pivot, Enumerable.Range(pivot, size - pivot).MaxBy(row => Math.Abs(matrix[row, pivot])));
            for (var row = pivot + 1; row < size; row++)
            {
                var share = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                {
                    matrix[row, column] -= share * matrix[pivot, column];
                }

                right[row] -= share * right[pivot];
            }
        }

        var solved = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            solved[row] = (right[row] - Enumerable.Range(row + 1, size - row - 1).Sum(column => matrix[row, column] * solved[column])) / matrix[row, row];
        }

        return solved;
    }

    private static void Swap(double[,] matrix, double[] right, int one, int other)
    {
        for (var column = 0; column < right.Length; column++)
        {
            (matrix[one, column], matrix[other, column]) = (matrix[other, column], matrix[one, column]);
        }

        (right[one], right[other]) = (right[other], right[one]);
    }
}
