package com.xpkit.sociallink.listing.member;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** One value inside a document, for lists to filter and order by. */
@MappedSuperclass
public abstract class Member {

    @Column(name = "account_id")
    private String accountId;

    private String path;

    @Column(name = "member_value")
    private String value;

    @Column(name = "long_text")
    private String longText;

    protected Member() {}

    protected Member(UUID account, MemberValue member) {
        accountId = account.toString();
        path = member.path();
        value = member.value();
        longText = member.longText();
    }

    public MemberValue member() {
        return new MemberValue(path, value, longText);
    }
}
