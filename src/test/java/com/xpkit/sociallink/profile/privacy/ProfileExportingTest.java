package com.xpkit.sociallink.profile.privacy;

import static com.xpkit.sociallink.platform.json.SharedJson.JSON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.kernel.PersonalData;
import com.xpkit.sociallink.platform.json.SharedJson;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileExportingTest {

    private static final int DOCUMENTS = 20;

    /** Parsson reuses the buffers of other tests, and those have grown to 260,000 characters. */
    private static final int LENGTH = 500_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ProfileExporting exporting = new ProfileExporting();
    private int maxUnwritten;

    /** Otherwise the whole export of a person who was merged often would be in memory. */
    @Test
    void writesEachDocumentBeforeItReadsTheNext() {
        export(new Kept("merges", DOCUMENTS));

        assertThat(maxUnwritten).isLessThan(2 * LENGTH);
        assertThat(SharedJson.object(out.toString(UTF_8)).getJsonArray("merges"))
                .hasSize(DOCUMENTS);
    }

    @Test
    void namesWhatIsKeptInAFixedOrder() {
        export(new Kept("merges", 1), new Kept("duplicates", 0));

        assertThat(SharedJson.object(out.toString(UTF_8)).keySet())
                .containsExactly("profile", "duplicates", "merges");
    }

    private void export(PersonalData... data) {
        exporting.data = instance(data);
        var profile = JSON.createObjectBuilder().add("a", JsonValue.TRUE).build();
        exporting.write(new ProfileExporting.Export(profile, Set.of(UUID.randomUUID())), out);
    }

    @SuppressWarnings("unchecked")
    private static Instance<PersonalData> instance(PersonalData... data) {
        return (Instance<PersonalData>)
                Proxy.newProxyInstance(
                        ProfileExportingTest.class.getClassLoader(),
                        new Class<?>[] {Instance.class},
                        (proxy, method, arguments) -> Stream.of(data));
    }

    /** Checks how much of what was read before is not yet written when the next document is requested. */
    private final class Kept implements PersonalData {

        private final String name;
        private final int documents;

        private Kept(String name, int documents) {
            this.name = name;
            this.documents = documents;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Stream<JsonObject> export(Set<UUID> profiles) {
            return IntStream.range(0, documents).mapToObj(this::document);
        }

        private JsonObject document(int i) {
            maxUnwritten = Math.max(maxUnwritten, i * LENGTH - out.size());
            return JSON.createObjectBuilder().add("text", "x".repeat(LENGTH)).build();
        }

        @Override
        public void erase(Set<UUID> profiles) {}
    }
}
