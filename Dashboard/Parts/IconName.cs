namespace VoterLiaison.Dashboard.Parts;

/// <summary>The house's own signs; a word always stands beside them.</summary>
public enum IconName
{
    Home,
    List,
    Calendar,
    People,
    Person,
    Pin,
    Chart,
    Screen,
    Help,
    Search,
    Download,
    Upload,
    Print,
    Plus,
    ChevronLeft,
    ChevronRight,
    ChevronDown,
    ChevronUp,
    Close,
    Bell,
    Check,
    Copy,
    Link,
    Keyboard,
    Sun,
    Moon,
    Pulse,
}
