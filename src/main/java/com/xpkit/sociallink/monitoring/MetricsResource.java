package com.xpkit.sociallink.monitoring;

import com.xpkit.sociallink.kernel.RequiresScope;
import com.xpkit.sociallink.kernel.Scope;
import com.xpkit.sociallink.platform.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /api/metrics/}: the metrics of this node, for Prometheus. */
@Path("/metrics")
@ApplicationScoped
public class MetricsResource {

    @Inject Metrics metrics;

    @GET
    @RequiresScope(Scope.METRICS_READ)
    public Response read(@HeaderParam(HttpHeaders.ACCEPT) String accept) {
        var shown = metrics.show(accept);
        return Response.ok(shown.text())
                .header(HttpHeaders.CONTENT_TYPE, shown.contentType())
                .build();
    }
}
