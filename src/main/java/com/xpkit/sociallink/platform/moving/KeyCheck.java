package com.xpkit.sociallink.platform.moving;

import com.xpkit.sociallink.platform.sealing.Seal;
import com.xpkit.sociallink.platform.sealing.SealedTexts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether the keys of the service open all sealed texts of another database. */
final class KeyCheck {

    private final Seal seal;
    private final Connection connection;

    KeyCheck(Seal seal, Connection connection) {
        this.seal = seal;
        this.connection = connection;
    }

    /** The texts that no key opens, as a sentence with a remedy; empty when there are none. */
    Optional<String> failure(Iterable<SealedTexts> kinds) throws SQLException {
        var unopened = new ArrayList<String>();
        for (var texts : kinds) {
            describe(texts).ifPresent(unopened::add);
        }
        return unopened.isEmpty() ? Optional.empty() : Optional.of(sentence(unopened));
    }

    private static String sentence(List<String> unopened) {
        return "No key in sociallink.secret-key opens its sealed texts: "
                + String.join(", ", unopened)
                + ". Set SOCIALLINK_SECRET_KEY to the keys of the service that used it: its own"
                + " sociallink.secret-key, or else the contents of the file secret-key beside the H2"
                + " file.";
    }

    private Optional<String> describe(SealedTexts texts) throws SQLException {
        var column = texts.column();
        var all = 0;
        var unopened = 0;
        try (var select =
                        connection.prepareStatement(
                                "SELECT %s, %s FROM %s WHERE %s IS NOT NULL"
                                        .formatted(
                                                column.row(),
                                                column.text(),
                                                column.table(),
                                                column.text()));
                var found = select.executeQuery()) {
            while (found.next()) {
                all++;
                unopened += isOpened(texts, found.getString(1), found.getString(2)) ? 0 : 1;
            }
        }
        return unopened == 0
                ? Optional.empty()
                : Optional.of(
                        "%s.%s (%d of %d)".formatted(column.table(), column.text(), unopened, all));
    }

    private boolean isOpened(SealedTexts texts, String row, String text) {
        return seal.open(texts.purpose(), UUID.fromString(row).toString(), text).isPresent();
    }
}
