package com.xpkit.sociallink;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.xpkit.sociallink.kernel.change.Changes;
import com.xpkit.sociallink.platform.storage.Stored;
import com.xpkit.sociallink.platform.storage.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A method that writes a resource tells {@link Changes}; otherwise no listener would ever hear of the change. The
 * tests check the public methods that have a transaction, and all methods that start one with {@link Transactions},
 * together with everything that they call. What a lambda calls counts as called by its method.
 */
class ChangesAreToldTest {

    /** Methods that write but change no resource with listeners, and the reason. */
    private static final Map<String, String> SILENT =
            Map.ofEntries(
                    Map.entry(
                            "JobQueue.submit",
                            "a job is not a resource that clients write: its steps tell what they do"),
                    Map.entry(
                            "BulkCreating.submit",
                            "it only queues; each step tells its profile's change"),
                    Map.entry(
                            "MergePlanning.submit",
                            "it only queues; the merge is told when it is done"),
                    Map.entry("CallClaiming.claim", "a webhook's progress"),
                    Map.entry("JobQueue.openFor", "the account's own creation is told"),
                    Map.entry("JobClaiming.claim", "a job's progress"),
                    Map.entry("JobClaiming.finish", "a job's progress"),
                    Map.entry("StepRunning.fail", "a step that changed nothing"),
                    Map.entry("Jobs.removeFinishedBefore", "old jobs lapse"),
                    Map.entry("JobQueue.stopWorkFor", "the account's deletion is told"),
                    Map.entry("JobQueue.deleteAllOf", "the account's deletion is told"),
                    Map.entry("MergeRecords.deleteAllOf", "the account's deletion is told"),
                    Map.entry(
                            "ProfileErasing.deleteAllOf",
                            "the account's deletion is told: a million profiles are not told one by one"),
                    Map.entry("ProfileErasing.deleteLateRowsOf", "the account's deletion is told"),
                    Map.entry("Accounts.forgetDeletedBefore", "old notes of deletions lapse"),
                    Map.entry("MergeRecords.erase", "the profile's erasure is told"),
                    Map.entry("Resealing.reseal", "the same secrets under a newer key"),
                    Map.entry("WebhookSecrets.replace", "the same secret under a newer key"),
                    Map.entry("WebhookUrls.replace", "the same address under a newer key"),
                    Map.entry("ChoreLeases.take", "which node tidies up"),
                    Map.entry("ChoreLeases.giveBack", "which node tidies up"),
                    Map.entry("LinkWriting.writeRefusal", "nothing was linked"),
                    Map.entry("LinkWriting.changeToRefusal", "nothing was linked"),
                    Map.entry("LinkWriting.writeExchange", "a flow's progress"),
                    Map.entry("LinkWriting.writeExchanges", "the progress of flows"),
                    Map.entry("LinkWriting.renewExchange", "a flow's progress"),
                    Map.entry("LinkWriting.endExchange", "a flow's progress"),
                    Map.entry("LinkOutcomes.forgetBefore", "old outcomes lapse"));

    private static final String STORAGE = Stored.class.getPackageName();
    private static final Set<String> WRITES = Set.of("persist", "merge", "remove");

    private static final Routes ROUTES = new Routes();

    @Test
    void byEveryMethodThatWrites() {
        var silent = names(writing().filter(method -> !tells(method)));

        assertThat(silent).isEqualTo(new TreeSet<>(SILENT.keySet()));
    }

    /** The other test cannot see a method that it does not recognise as one that writes. */
    @Test
    void byTheMethodsThatWriteResources() {
        assertThat(names(writing().filter(ChangesAreToldTest::tells)))
                .containsExactly(
                        "AccountEditing.close",
                        "AccountEditing.open",
                        "AccountEditing.patch",
                        "AccountEditing.replace",
                        "AppEditing.patch",
                        "AppEditing.register",
                        "AppEditing.remove",
                        "AppEditing.renewSecret",
                        "AppEditing.renewWebhookSecret",
                        "AppEditing.replace",
                        "ConfigurationEditing.create",
                        "ConfigurationEditing.deleteAllOf",
                        "ConfigurationEditing.patch",
                        "ConfigurationEditing.remove",
                        "ConfigurationEditing.replace",
                        "LinkWriting.write",
                        "MergeUndoing.undo",
                        "ProfileEditing.create",
                        "ProfileEditing.patch",
                        "ProfileEditing.replace",
                        "ProfileErasing.erase",
                        "ProfileMerging.merge",
                        "ProfileUpserting.upsert",
                        "StepRunning.succeed");
    }

    /**
     * Everything that a method calls is checked together, so a transaction that tells would hide one that does not.
     */
    @Test
    void byEachTransactionThatAMethodDraws() {
        assertThat(names(methods(ROUTES.code()).filter(method -> draws(method) > 1))).isEmpty();
    }

    @Test
    void alsoWhenALambdaWrites() {
        var drawn = new ClassFileImporter().importClasses(Drawn.class);

        assertThat(names(writing(drawn)))
                .containsExactly("Drawn.silentLambda", "Drawn.silentTry", "Drawn.tellingLambda");
        assertThat(names(writing(drawn).filter(method -> !tells(method))))
                .containsExactly("Drawn.silentLambda", "Drawn.silentTry");
        assertThat(names(methods(drawn).filter(method -> draws(method) > 1)))
                .containsExactly("Drawn.readsTwice");
    }

    /** Methods that start their transactions themselves. */
    @SuppressWarnings("unused")
    private static final class Drawn {

        private Transactions transactions;
        private EntityManager em;
        private Changes changes;

        private void silentLambda() {
            transactions.run(() -> em.persist(this));
        }

        private Object silentTry() {
            return transactions.retrying(2, () -> em.merge(this));
        }

        private void tellingLambda() {
            transactions.run(
                    () -> {
                        em.remove(this);
                        changes.tell(null);
                    });
        }

        private void readsTwice() {
            transactions.run(() -> em.find(Drawn.class, 1));
            transactions.run(() -> em.find(Drawn.class, 2));
        }

        /** In its caller's transaction. */
        public void writesWithoutOne() {
            em.persist(this);
        }
    }

    private static Set<String> names(Stream<JavaMethod> methods) {
        return methods.map(m -> m.getOwner().getSimpleName() + "." + m.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JavaMethod> writing() {
        return writing(ROUTES.code());
    }

    private static Stream<JavaMethod> writing(JavaClasses code) {
        return methods(code)
                .filter(method -> isTransactional(method) || draws(method) > 0)
                .filter(method -> reaches(method, ChangesAreToldTest::isWrite));
    }

    private static Stream<JavaMethod> methods(JavaClasses code) {
        return code.stream().flatMap(type -> type.getMethods().stream());
    }

    private static boolean isTransactional(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && (method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class));
    }

    /** How many transactions the method itself starts. */
    private static long draws(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Transactions.class))
                .count();
    }

    private static boolean tells(JavaMethod method) {
        return reaches(
                method,
                call ->
                        call.getTargetOwner().isEquivalentTo(Changes.class)
                                && call.getName().equals("tell"));
    }

    /**
     * A row is added, removed or updated by JPQL, or an entity notes that it was changed. What storage itself
     * executes only sets up the connection.
     */
    private static boolean isWrite(JavaAccess<?> call) {
        var owner = call.getTargetOwner();
        return owner.isAssignableTo(EntityManager.class) && WRITES.contains(call.getName())
                || owner.isAssignableTo(Stored.class) && call.getName().equals("touch")
                || owner.isAssignableTo(Query.class)
                        && call.getName().equals("executeUpdate")
                        && !call.getOriginOwner().getPackageName().equals(STORAGE);
    }

    private static boolean reaches(JavaMethod method, Predicate<JavaAccess<?>> target) {
        return CallGraph.reached(method).stream().anyMatch(target);
    }
}
