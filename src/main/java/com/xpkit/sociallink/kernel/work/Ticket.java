package com.xpkit.sociallink.kernel.work;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * What a client gets for its task: {@code {"job_id","info","status"}}.
 *
 * @param info a sentence for people
 * @param status a job status, such as {@code Queued}
 */
public record Ticket(UUID job, String info, String status) {

    /** 202, with the address of the job. */
    public Response accepted() {
        return Response.accepted(json())
                .header(HttpHeaders.LOCATION, "/api/job/" + job + "/")
                .build();
    }

    private JsonObject json() {
        return Json.createObjectBuilder()
                .add("job_id", job.toString())
                .add("info", info)
                .add("status", status)
                .build();
    }
}
