package com.xpkit.sociallink.demo;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.simulator.OfficialAccount;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The account of the demo, made through the API on the first start and found again on later ones. */
public final class DemoAccount {

    public static final String OPERATOR = "demo-operator";

    private final String service;
    private final String operatorSecret;
    private final Path file;
    private final Properties kept = new Properties();

    public DemoAccount(String service, String operatorSecret, Path data) {
        this.service = service;
        this.operatorSecret = operatorSecret;
        file = data.resolve("demo.properties");
    }

    /** The account with an app and a configuration for the simulator's Official Account. */
    public DemoAccount ready(String appId, String appSecret, int applicationPort)
            throws IOException {
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        } else {
            make(appId, appSecret, applicationPort);
            try (var out = Files.newBufferedWriter(file)) {
                kept.store(out, "the demo account and its app");
            }
        }
        return this;
    }

    private void make(String appId, String appSecret, int applicationPort) {
        var operator =
                ApiClient.at(path -> URI.create(service + path)).login(OPERATOR, operatorSecret);
        var account = operator.post("/api/account/", ApiClient.account("Demo"));
        kept.setProperty("account_id", ApiClient.created(account).id());
        var body = ApiClient.app(accountId(), "Demo application", "profile:read");
        var app = ApiClient.created(operator.post("/api/app/", body)).resource();
        kept.setProperty("client_id", app.getString("client_id"));
        kept.setProperty("client_secret", app.getString("client_secret"));
        var official = new OfficialAccount(appId, appSecret, "localhost");
        operator.configure(accountId(), official, "http://localhost:" + applicationPort);
    }

    public String accountId() {
        return kept.getProperty("account_id");
    }

    String clientId() {
        return kept.getProperty("client_id");
    }

    DemoApplication application(int port) throws IOException {
        return new DemoApplication(
                service, accountId(), clientId(), kept.getProperty("client_secret"), port);
    }
}
