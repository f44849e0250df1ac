package com.xpkit.sociallink.warmup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: whether the warm-up is over. */
@Readiness
@ApplicationScoped
public class WarmUpHealth implements HealthCheck {

    @Inject WarmUp warmUp;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up").status(warmUp.isOver()).build();
    }
}
