package com.xpkit.sociallink.simulator;

import java.util.Optional;

/**
 * An Official Account as its owner set it up at mp.weixin.qq.com.
 *
 * @param domain the web-authorisation domain, without a scheme; {@code domain/path} narrows it to a path
 * @param testAccount whether it is a test account, whose domain may be an IP address, {@code localhost}, and have a
 *     port
 * @param openPlatform the Open Platform account it is bound to, if any: then answers carry a unionid
 * @param unionidForBase whether a {@code snsapi_base} token also brings the unionid; sources disagree
 * @param consentPermission whether it may use {@code snsapi_userinfo}
 */
public record OfficialAccount(
        String appId,
        String secret,
        String domain,
        boolean testAccount,
        Optional<String> openPlatform,
        boolean unionidForBase,
        boolean consentPermission) {

    public OfficialAccount(String appId, String secret, String domain) {
        this(appId, secret, domain, false, Optional.empty(), false, true);
    }

    public OfficialAccount asTestAccount() {
        return new OfficialAccount(
                appId, secret, domain, true, openPlatform, unionidForBase, consentPermission);
    }

    public OfficialAccount boundTo(String platform) {
        return new OfficialAccount(
                appId,
                secret,
                domain,
                testAccount,
                Optional.of(platform),
                unionidForBase,
                consentPermission);
    }

    public OfficialAccount tellingUnionidForBase() {
        return new OfficialAccount(
                appId, secret, domain, testAccount, openPlatform, true, consentPermission);
    }

    public OfficialAccount withoutConsentPermission() {
        return new OfficialAccount(
                appId, secret, domain, testAccount, openPlatform, unionidForBase, false);
    }

    WebDomain webDomain() {
        return new WebDomain(domain, testAccount);
    }

    Optional<String> unionid(Grant grant) {
        return grant.scope() == Scope.SNSAPI_USERINFO || unionidForBase
                ? openPlatform.map(grant.visitor()::unionid)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "OfficialAccount[" + appId + ", " + domain + "]";
    }
}
