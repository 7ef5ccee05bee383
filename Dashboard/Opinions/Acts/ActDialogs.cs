using MudBlazor;
using VoterLiaison.Domain.Opinions;

namespace VoterLiaison.Dashboard.Opinions.Acts;

/// <summary>Which dialog asks for which act.</summary>
internal static class ActDialogs
{
    public static Task<IDialogReference> OpenAsync(IDialogService dialogs, OpinionAct act, AtHand at) => dialogs.ShowAsync(
        DialogOf(act), act.AsButton(), new DialogParameters { ["At"] = at, ["Act"] = act });

    private static Type DialogOf(OpinionAct act) => act switch
    {
        OpinionAct.Forward or OpinionAct.ForwardAgain => typeof(ForwardDialog),
        OpinionAct.Assign => typeof(AssignDialog),
        OpinionAct.Extend => typeof(ExtendDialog),
        OpinionAct.Explain => typeof(ExplainDialog),
        OpinionAct.PointElsewhere => typeof(PointElsewhereDialog),
        OpinionAct.Merge => typeof(MergeDialog),
        OpinionAct.Unmerge or OpinionAct.Withdraw or OpinionAct.Return or OpinionAct.EndSupervision => typeof(ReasonDialog),
        OpinionAct.EraseVoters => typeof(EraseVotersDialog),
        OpinionAct.Answer or OpinionAct.AnswerBeside or OpinionAct.Supplement => typeof(AnswerDialog),
        OpinionAct.FeedBack => typeof(FeedbackDialog),
        OpinionAct.Rate => typeof(RateDialog),
        OpinionAct.RateAnswer => typeof(RateAnswerDialog),
        OpinionAct.NameDeputies => typeof(NameDeputiesDialog),
        OpinionAct.Concern => typeof(ConcernDialog),
        OpinionAct.Categorise => typeof(CategoriseDialog),
        OpinionAct.PutUnderTopic => typeof(TopicDialog),
        OpinionAct.Urge => typeof(UrgeDialog),
        OpinionAct.Supervise => typeof(SuperviseDialog),
        OpinionAct.LookAgain => typeof(LookAgainDialog),
        OpinionAct.Collect or OpinionAct.TakeIn or OpinionAct.LetGo or OpinionAct.HearFromLead or OpinionAct.FallOverdue => throw new ArgumentOutOfRangeException(nameof(act), act, "No person chooses this act on a page."),
    };
}
