package com.xpkit.sociallink.wechat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged while this is open, at every level; nothing is printed. */
final class Records extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<Handler> others = List.of(root.getHandlers());
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Records() {
        setLevel(Level.ALL);
        others.forEach(root::removeHandler);
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    /** Each record's logger, message, parameters and exception in one line. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(
                entry.getLoggerName()
                        + " "
                        + entry.getMessage()
                        + Arrays.toString(entry.getParameters())
                        + entry.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        others.forEach(root::addHandler);
    }
}
