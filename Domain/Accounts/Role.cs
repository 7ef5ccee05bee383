namespace VoterLiaison.Domain.Accounts;

/// <summary>What a person is to the contact work. One account may hold several, each over its own part of the district.</summary>
public enum Role
{
    /// <summary>代表联络室: the whole district.</summary>
    LiaisonOffice = 1,

    /// <summary>联系单位工作人员 (第八条): the stations of one unit.</summary>
    UnitStaff,

    /// <summary>家站工作人员: one station.</summary>
    StationStaff,

    /// <summary>人大代表: what they carry themselves.</summary>
    Deputy,

    /// <summary>系统管理员: accounts and settings; never a voter's words.</summary>
    Administrator,

    /// <summary>审计员: the audit log, to read.</summary>
    Auditor,
}
