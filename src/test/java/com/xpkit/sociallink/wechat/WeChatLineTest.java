package com.xpkit.sociallink.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.metrics.Metrics;
import com.xpkit.sociallink.platform.metrics.MetricsText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits of {@link WeChatLine}; the calls that go through it are in {@link WeChatGatewayTest}. */
class WeChatLineTest {

    private static final String SERVER = "server";
    private static final int MORE_THAN_THE_FEW = 100;
    private static final Visitor VISITOR =
            new Visitor("wx1", "o1", Optional.empty(), Optional.empty());

    private final Metrics metrics = new Metrics();
    private long later;
    private final CircuitBreaker breaker =
            new CircuitBreaker(() -> System.nanoTime() + later, Duration.ofSeconds(7), open -> {});
    private final ExecutorService many = Executors.newCachedThreadPool();
    private final ExchangeThreads threads =
            new ExchangeThreads(work -> new Thread(work, SERVER), many);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void close() {
        answer.countDown();
        timer.shutdownNow();
        threads.close();
    }

    @Test
    void occupiesNoThreadOfTheCaller() {
        var line = line(MORE_THAN_THE_FEW);

        var visitors = visit(line, MORE_THAN_THE_FEW);

        assertThat(visitors).noneMatch(CompletableFuture::isDone);
        answer.countDown();
        assertThat(visitors).allMatch(visitor -> visitor.join() == VISITOR);
    }

    @Test
    void answersEverybodyOnAThreadOfTheServer() {
        var visitors = visit(line(MORE_THAN_THE_FEW), MORE_THAN_THE_FEW);
        var names =
                visitors.stream()
                        .map(one -> one.thenApply(found -> Thread.currentThread().getName()))
                        .toList();

        answer.countDown();

        assertThat(names.stream().map(CompletableFuture::join)).containsOnly(SERVER);
    }

    @Test
    void answersMeanwhileThoughManyWaitForWeChat() throws Exception {
        var line = line(MORE_THAN_THE_FEW + 1);
        visit(line, MORE_THAN_THE_FEW);

        var quick = visit(line, () -> VISITOR);

        assertThat(quick.get(5, TimeUnit.SECONDS)).isSameAs(VISITOR);
    }

    @Test
    void letsAVisitorWaitForAPlaceForAMoment() throws Exception {
        var line = line(1);
        var first = visit(line, this::whenWeChatAnswers);
        var second = visit(line, () -> VISITOR);

        answer.countDown();

        assertThat(second.get(5, TimeUnit.SECONDS)).isSameAs(VISITOR);
        assertThat(first.get(5, TimeUnit.SECONDS)).isSameAs(VISITOR);
        assertThat(refusedBy("bulkhead")).isZero();
    }

    @Test
    void refusesWhoWaitsForAPlaceInVain() {
        var line = line(1);
        visit(line, this::whenWeChatAnswers);

        var began = System.nanoTime();
        var refused = failure(visit(line, () -> VISITOR));

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(WeChatLine.PATIENCE.minusMillis(50), Duration.ofSeconds(3));
        assertThat(refused.kind()).isEqualTo(WeChatFailure.Kind.UNREACHABLE);
        assertThat(refusedBy("bulkhead")).isEqualTo(1);
    }

    @Test
    void refusesAtOnceWhenTooManyWaitForAPlace() {
        var line = line(1);
        visit(line, this::whenWeChatAnswers);
        visit(line, this::whenWeChatAnswers);

        assertThat(visit(line, () -> VISITOR)).isCompletedExceptionally();
        assertThat(refusedBy("bulkhead")).isEqualTo(1);
    }

    @Test
    void keepsThePlaceUntilTheVisitorIsSaved() throws Exception {
        var line = line(1);
        var isSaved = new CountDownLatch(1);
        var first = visit(line, this::whenWeChatAnswers);
        var saving = first.thenAccept(found -> await(isSaved));
        answer.countDown();

        var second = visit(line, () -> VISITOR);
        first.get(5, TimeUnit.SECONDS);

        assertThat(second).isNotDone();
        isSaved.countDown();
        saving.get(5, TimeUnit.SECONDS);
        assertThat(second.get(5, TimeUnit.SECONDS)).isSameAs(VISITOR);
    }

    @Test
    void endsEachVisitorInTimeThoughWeChatHangs() {
        var line = line(MORE_THAN_THE_FEW);
        var began = System.nanoTime();

        var late =
                IntStream.range(0, MORE_THAN_THE_FEW)
                        .mapToObj(i -> visit(line, "PT0.3S", this::whenWeChatAnswers))
                        .toList();
        var failures = late.stream().map(WeChatLineTest::failure).toList();

        assertThat(failures.get(0)).hasMessage("too late");
        // on a slow machine the first ones open the breaker before the last ones begin
        assertThat(failures).allMatch(one -> one.kind() == WeChatFailure.Kind.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(290), Duration.ofSeconds(3));
        assertThat(MetricsText.of(metrics).value("sociallink_wechat_exchanges")).isZero();
    }

    @Test
    void plansNoTimeLimitForWhoIsAnswered() throws Exception {
        timer.setRemoveOnCancelPolicy(true);

        visit(line(1), () -> VISITOR).get(5, TimeUnit.SECONDS);

        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void refusesAtOnceWhileTheBreakerIsOpen() {
        var line = line(MORE_THAN_THE_FEW);
        Supplier<Visitor> away =
                () -> {
                    throw new WeChatUnreachable("away");
                };
        Stream.generate(() -> visit(line, away)).limit(20).forEach(WeChatLineTest::failure);

        assertThat(visit(line, () -> VISITOR)).isCompletedExceptionally();
        assertThat(refusedBy("breaker")).isEqualTo(1);
    }

    @Test
    void letsAnotherVisitorTryWhenTheTrialFindsNoPlace() {
        var line = line(1);
        visit(line, this::whenWeChatAnswers);
        visit(line, this::whenWeChatAnswers);
        Stream.generate(() -> breaker.turn().orElseThrow())
                .limit(20)
                .forEach(turn -> breaker.ended(turn, true));
        later = CircuitBreaker.PAUSE.toNanos();

        var trials = List.of(visit(line, () -> VISITOR), visit(line, () -> VISITOR));

        assertThat(trials).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(refusedBy("bulkhead")).isEqualTo(2);
        assertThat(refusedBy("breaker")).isZero();
    }

    @Test
    void reportsABugAsAFailureOfTheVisitor() {
        var line = line(1);

        var failure =
                failure(
                        visit(
                                line,
                                () -> {
                                    throw new StackOverflowError();
                                }));

        assertThat(failure.kind()).isEqualTo(WeChatFailure.Kind.NO_TOKEN);
        assertThat(failure).hasMessage("StackOverflowError");
    }

    @Test
    void answersThoseOnTheirWayWhenTheServiceStops() throws Exception {
        var visitors = visit(line(MORE_THAN_THE_FEW), MORE_THAN_THE_FEW);

        threads.close();

        for (var visitor : visitors) {
            awaitEnd(visitor);
        }
        assertThat(visit(line(1), () -> VISITOR)).isCompletedExceptionally();
    }

    private static void awaitEnd(CompletableFuture<Visitor> visitor) throws Exception {
        try {
            visitor.get(5, TimeUnit.SECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("a visitor was left without an answer", never);
        } catch (java.util.concurrent.ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(WeChatFailure.class);
        }
    }

    private WeChatLine line(int places) {
        return new WeChatLine(breaker, new VisitorPlaces(places), threads, timer, metrics.wechat());
    }

    private List<CompletableFuture<Visitor>> visit(WeChatLine line, int visitors) {
        var all = new ArrayList<CompletableFuture<Visitor>>();
        for (int i = 0; i < visitors; i++) {
            all.add(visit(line, this::whenWeChatAnswers));
        }
        return all;
    }

    private CompletableFuture<Visitor> visit(WeChatLine line, Supplier<Visitor> question) {
        return visit(line, "PT20S", question);
    }

    private CompletableFuture<Visitor> visit(
            WeChatLine line, String timeout, Supplier<Visitor> question) {
        var settings = WeChatSettingsMother.at(1, timeout, Map.of());
        var exchange = new CodeExchange(null, settings, metrics.wechat());
        return line.visit(exchange, question).toCompletableFuture();
    }

    private Visitor whenWeChatAnswers() {
        await(answer);
        return VISITOR;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WeChatUnreachable("cancelled");
        }
    }

    private static WeChatFailure failure(CompletableFuture<Visitor> visitor) {
        try {
            throw new AssertionError("found " + visitor.join());
        } catch (CompletionException failed) {
            return (WeChatFailure) failed.getCause();
        }
    }

    private double refusedBy(String what) {
        return MetricsText.of(metrics)
                .value("sociallink_wechat_refused_total{by=\"" + what + "\"}");
    }
}
