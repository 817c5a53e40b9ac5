using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

// The value that is zero is what a client assumes when nothing is written, so it is never written.
// Where "not said" differs from every value, the property is nullable instead.

public enum AdaptiveSpacing { Default, None, ExtraSmall, Small, Medium, Large, ExtraLarge, Padding }

public enum AdaptiveTextSize { Default, Small, Medium, Large, ExtraLarge }

public enum AdaptiveTextWeight { Default, Lighter, Bolder }

public enum AdaptiveTextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

public enum AdaptiveFontType { Default, Monospace }

public enum AdaptiveHorizontalAlignment { Left, Center, Right }

public enum AdaptiveVerticalAlignment { Top, Center, Bottom }

public enum AdaptiveImageSize { Auto, Stretch, Small, Medium, Large }

public enum AdaptiveImageStyle { Default, Person, RoundedCorners }

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveHeight>))]
public enum AdaptiveHeight { Auto, Stretch }

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveTextBlockStyle>))]
public enum AdaptiveTextBlockStyle { Default, Heading, ColumnHeader }

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveContainerStyle>))]
public enum AdaptiveContainerStyle { Default, Emphasis, Accent, Good, Attention, Warning }
