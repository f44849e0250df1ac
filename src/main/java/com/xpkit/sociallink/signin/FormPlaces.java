package com.xpkit.sociallink.signin;

import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.http.TimedBody;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Reads only a limited number of forms at a time: strangers send them, and a slow form occupies a thread. A form that
 * arrives at once frees its place at once. Slow forms can take all places, but never all threads of the server.
 */
@ApplicationScoped
public class FormPlaces {

    @Inject FormSettings limits;

    @Inject BodySettings bodies;

    private Semaphore places;

    @PostConstruct
    void open() {
        places = new Semaphore(limits.places());
    }

    /**
     * @throws AllTaken at once when no place is free
     * @throws Refusal when the form is too large or too slow
     */
    byte[] read(InputStream form) throws IOException {
        if (!places.tryAcquire()) {
            throw new AllTaken(limits.places());
        }
        try {
            return new TimedBody(
                            limits.maxBytes(), FormSettings.FORM, bodies.time(), System::nanoTime)
                    .read(form);
        } finally {
            places.release();
        }
    }

    /** Too many slow forms are being read at the moment. */
    static class AllTaken extends Refusal {

        AllTaken(int places) {
            super(
                    503,
                    "temporarily_unavailable",
                    "%d forms are being read at this moment (%s). Try again soon."
                            .formatted(places, FormSettings.PLACES));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "5", "Connection", "close");
        }
    }
}
