package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.platform.listing.ListRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;

/** Lists configurations; the files of a page are loaded together. */
@ApplicationScoped
@Transactional
public class ConfigurationListing {

    @Inject Configurations configurations;

    @Inject VerificationFiles files;

    @Inject AccountDirectory accounts;

    public JsonObject page(Actor actor, ListRequest request) {
        var page = configurations.page(accounts.meantBy(actor, request.account()), request);
        var contents = files.contentsOf(page.rows());
        return page.json(
                configuration ->
                        ConfigurationView.of(
                                configuration,
                                configuration.authFileName().map(contents::get).orElse("")));
    }
}
