package com.xpkit.sociallink.kernel.work;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that succeeded.
 *
 * @param outcome what the job shows of it: ids, no personal data
 * @param subject the resource that the step is about; the step's result is erased with it
 */
public record StepDone(JsonObject outcome, Optional<UUID> subject) {}
