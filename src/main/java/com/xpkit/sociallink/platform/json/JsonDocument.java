package com.xpkit.sociallink.platform.json;

import jakarta.json.JsonObject;

/**
 * The JSON object in a request's body.
 *
 * @param json never null; no object has the same name twice
 */
public record JsonDocument(JsonObject json) {}
