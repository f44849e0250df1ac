package com.xpkit.sociallink.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.MovableClock;
import com.xpkit.sociallink.link.flow.FlowMother;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.wechat.WeChatSettings;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeNoticesTest {

    private static final Duration SHORTLY = ExchangeNotices.PATIENCE.dividedBy(2);

    private final MovableClock clock = new MovableClock();
    private final TimerByHand timer = new TimerByHand();
    private final Rows rows = new Rows();
    private final ExchangeNotices notices = new ExchangeNotices();

    /** A table with a unique key, in which each transaction is noted. */
    private static final class Rows extends LinkWriting {

        private final List<List<FlowCode>> transactions = new ArrayList<>();
        private final List<FlowCode> ended = new ArrayList<>();
        private final List<FlowCode> taken = new ArrayList<>();
        private boolean isAway;
        private int tries;

        @Override
        public void writeExchange(FlowCode code, Instant until) {
            write(List.of(code));
        }

        @Override
        public void writeExchanges(List<FlowCode> codes, Instant until) {
            write(codes);
        }

        private void write(List<FlowCode> codes) {
            tries++;
            if (isAway) {
                throw new PersistenceException(new SQLException("away", "08006"));
            }
            if (codes.stream().anyMatch(taken::contains)) {
                throw new PersistenceException(new SQLException("refused", "23505"));
            }
            transactions.add(codes);
        }

        @Override
        public boolean renewExchange(FlowCode code, Instant now, Instant until) {
            return false;
        }

        @Override
        public void endExchange(FlowCode code) {
            ended.add(code);
        }
    }

    @BeforeEach
    void assemble() {
        notices.writing = rows;
        notices.timer = timer;
        notices.clock = clock;
        notices.wechat = new WeChatSettings(SettingsMother.shipped());
    }

    @Test
    void areOneTransactionWhenSeveralAreDue() {
        var slow = IntStream.range(0, 50).mapToObj(i -> exchange()).toList();
        slow.forEach(notices::afterAWhile);

        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.transactions).containsExactly(slow.stream().map(Exchange::code).toList());
    }

    @Test
    void areSeveralTransactionsWhenVeryManyAreDue() {
        IntStream.range(0, 250).forEach(i -> notices.afterAWhile(exchange()));

        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.transactions).extracting(List::size).containsExactly(100, 100, 50);
    }

    @Test
    void areWrittenOneByOneWhenOneOfThemHasARow() {
        var first = exchange();
        var second = exchange();
        var third = exchange();
        rows.taken.add(second.code());
        List.of(first, second, third).forEach(notices::afterAWhile);

        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.transactions).containsExactly(List.of(first.code()), List.of(third.code()));
    }

    @Test
    void areTriedOnceWhileTheDatabaseIsAway() {
        rows.isAway = true;
        IntStream.range(0, 50).forEach(i -> notices.afterAWhile(exchange()));

        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.tries).isEqualTo(1);
    }

    @Test
    void areNotWrittenOfExchangesThatAreOver() {
        var quick = exchange();
        notices.afterAWhile(quick);
        quick.end(new ExchangeResult.SpentElsewhere(Restart.CODE_USED), null);

        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.tries).isZero();
        assertThat(timer.planned()).isZero();
    }

    @Test
    void waitForTheirTurn() {
        var first = exchange();
        var second = exchange();
        notices.afterAWhile(first);
        clock.advance(SHORTLY);
        notices.afterAWhile(second);

        pass(SHORTLY);
        assertThat(rows.transactions).containsExactly(List.of(first.code()));
        pass(SHORTLY);

        assertThat(rows.transactions)
                .containsExactly(List.of(first.code()), List.of(second.code()));
    }

    @Test
    void areWrittenAgainAfterAPauseWithoutVisitors() {
        notices.afterAWhile(exchange());
        pass(ExchangeNotices.PATIENCE);
        pass(ExchangeNotices.PATIENCE);

        notices.afterAWhile(exchange());
        pass(ExchangeNotices.PATIENCE);

        assertThat(rows.transactions).hasSize(2);
    }

    @Test
    void areTakenBackWhenTheyWereWritten() {
        var written = exchange();
        var unwritten = exchange();
        var first = notices.afterAWhile(written);
        pass(ExchangeNotices.PATIENCE);
        var second = notices.afterAWhile(unwritten);

        notices.takeBack(first);
        notices.takeBack(second);

        assertThat(rows.ended).containsExactly(written.code());
    }

    private static Exchange exchange() {
        return new Exchange(FlowCode.of(FlowMother.any(), "code"));
    }

    private void pass(Duration time) {
        clock.advance(time);
        timer.pass();
    }
}
