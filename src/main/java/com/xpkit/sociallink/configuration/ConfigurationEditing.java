package com.xpkit.sociallink.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.xpkit.sociallink.address.AllowedDomain;
import com.xpkit.sociallink.address.AllowedDomains;
import com.xpkit.sociallink.kernel.AccountDirectory;
import com.xpkit.sociallink.kernel.Actor;
import com.xpkit.sociallink.kernel.HeldByAccount;
import com.xpkit.sociallink.kernel.change.Change;
import com.xpkit.sociallink.kernel.change.Change.Action;
import com.xpkit.sociallink.kernel.change.Change.Kind;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.kernel.quota.QuotaSettings;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.Quote;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.json.Form;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.rest.IfMatch;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.platform.sealing.Purpose;
import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.storage.ConstraintViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Creates, changes and deletes configurations. */
@ApplicationScoped
@Transactional
public class ConfigurationEditing implements HeldByAccount {

    @Inject Configurations configurations;

    @Inject SharedFiles files;

    @Inject Seal seal;

    @Inject QuotaSettings quotas;

    @Inject AccountDirectory accounts;

    @Inject Clock clock;

    @Inject Changes changes;

    public ResourceView create(Actor actor, JsonDocument body) {
        var form = Form.of(body, ConfigurationForm.MEMBERS);
        var account = accounts.meantBy(actor, form.account());
        var wanted = ConfigurationForm.of(form, true);
        var now = clock.instant();
        var configuration = new Configuration(account, now);
        quotas.configurations().admit(() -> configurations.count(account), 1);
        refuseTooManyDomains(account, 0, wanted);
        wanted.file().ifPresent(file -> files.keep(file, configuration));
        configuration.change(wanted, sealed(wanted, configuration), now);
        configurations.add(configuration);
        serveDomains(configuration, wanted);
        changes.tell(
                Change.of(actor, Action.CREATED, Kind.CONFIGURATION, configuration)
                        .to(seen(configuration)));
        return view(configuration);
    }

    /**
     * @throws UnknownResource when there is none in an account that the actor may access
     */
    public ResourceView view(Actor actor, UUID id) {
        return view(named(actor, id));
    }

    private ResourceView view(Configuration configuration) {
        return ConfigurationView.of(configuration, files.contents(configuration));
    }

    private Configuration named(Actor actor, UUID id) {
        return actor.reachable(configurations.find(id));
    }

    public ResourceView replace(Actor actor, UUID id, IfMatch ifMatch, JsonDocument body) {
        return change(actor, id, ifMatch, c -> Form.of(body, ConfigurationForm.MEMBERS));
    }

    public ResourceView patch(Actor actor, UUID id, IfMatch ifMatch, JsonDocument patch) {
        return change(
                actor,
                id,
                ifMatch,
                c ->
                        Form.patched(
                                ConfigurationView.members(c, files.contents(c)),
                                patch,
                                ConfigurationForm.MEMBERS));
    }

    private ResourceView change(
            Actor actor, UUID id, IfMatch ifMatch, Function<Configuration, Form> forms) {
        var configuration = named(actor, id);
        ifMatch.check(configuration);
        var before = seen(configuration);
        var form = forms.apply(configuration);
        form.keepAccount(configuration.account());
        var wanted = ConfigurationForm.of(form, false);
        refuseTooManyDomains(configuration.account(), domains(configuration), wanted);
        var fileBefore = configuration.authFileName();
        var fileAfter = wanted.file().map(VerificationFile::name);
        files.hold(Stream.of(fileBefore, fileAfter).flatMap(Optional::stream));
        wanted.file().ifPresent(file -> files.keep(file, configuration));
        configuration.change(wanted, sealed(wanted, configuration), clock.instant());
        serveDomains(configuration, wanted);
        fileBefore
                .filter(name -> !fileAfter.equals(Optional.of(name)))
                .ifPresent(name -> files.leave(name, configuration));
        changes.tell(
                Change.of(actor, Action.UPDATED, Kind.CONFIGURATION, configuration)
                        .from(before)
                        .to(seen(configuration)));
        return view(configuration);
    }

    /** Replacing domains by as many others is always allowed. */
    private void refuseTooManyDomains(UUID account, int before, ConfigurationForm wanted) {
        var more = wanted.domains().entries().size() - before;
        quotas.domains().admit(() -> configurations.countDomains(account), more);
    }

    private static int domains(Configuration configuration) {
        return AllowedDomains.parse(configuration.domain()).entries().size();
    }

    public void remove(Actor actor, UUID id, IfMatch ifMatch) {
        var configuration = named(actor, id);
        ifMatch.check(configuration);
        remove(actor, configuration);
    }

    private void remove(Actor actor, Configuration configuration) {
        var before = seen(configuration);
        files.hold(configuration.authFileName().stream());
        configurations.remove(configuration);
        configuration.authFileName().ifPresent(name -> files.leave(name, configuration));
        changes.tell(
                Change.of(actor, Action.DELETED, Kind.CONFIGURATION, configuration).from(before));
    }

    private JsonObject seen(Configuration configuration) {
        return changes.seen(
                Kind.CONFIGURATION,
                () -> ConfigurationView.members(configuration, files.contents(configuration)));
    }

    private String sealed(ConfigurationForm form, Configuration configuration) {
        return form.appSecret()
                .map(secret -> sealed(secret.getBytes(UTF_8), configuration))
                .orElse(null);
    }

    private String sealed(byte[] secret, Configuration configuration) {
        return seal.seal(Purpose.APP_SECRET, configuration.id().toString(), secret);
    }

    private void serveDomains(Configuration configuration, ConfigurationForm form) {
        var domains = form.domains().entries().stream().map(AllowedDomain::normalised).toList();
        for (var domain : domains) {
            if (configurations.servedByAnother(configuration, domain).isPresent()) {
                throw taken(domain);
            }
        }
        try {
            configurations.serve(configuration, domains);
        } catch (PersistenceException refused) {
            if (ConstraintViolations.isViolation(refused)) {
                throw taken(form.domain());
            }
            throw refused;
        }
    }

    private static Conflict taken(String domain) {
        return new Conflict("domain", "(" + Quote.of(domain) + ") serves another configuration");
    }

    @Override
    public void deleteAllOf(Actor actor, UUID account) {
        configurations.of(account).forEach(configuration -> remove(actor, configuration));
    }
}
