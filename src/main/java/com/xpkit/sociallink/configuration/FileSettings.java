package com.xpkit.sociallink.configuration;

import com.xpkit.sociallink.platform.settings.CheckedSettings;
import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The file names that no account may claim, because they speak for the whole host. */
@ApplicationScoped
public class FileSettings implements CheckedSettings {

    static final String RESERVED = "sociallink.reserved-files";

    private List<String> reserved;

    protected FileSettings() {}

    @Inject
    public FileSettings(Settings settings) {
        reserved =
                settings.find(RESERVED).stream()
                        .flatMap(text -> Arrays.stream(text.split("[|]")))
                        .map(name -> name.trim().toLowerCase(Locale.ROOT))
                        .toList();
        if (!reserved.stream().allMatch(name -> name.matches("[a-z0-9._-][a-z0-9./_-]*[*]?"))) {
            throw new InvalidSetting(
                    RESERVED,
                    "must be names such as robots.txt|ads.txt, with * at an end for all that follow");
        }
    }

    @Override
    public void check() {}

    /** Ignores case: a file system in front of the service may ignore it too. */
    boolean isReserved(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return reserved.stream()
                .anyMatch(
                        each ->
                                each.endsWith("*")
                                        ? wanted.startsWith(each.substring(0, each.length() - 1))
                                        : wanted.equals(each));
    }
}
