package com.xpkit.sociallink.platform.json;

import jakarta.json.JsonObject;

/**
 * The JSON object that a request's body holds.
 *
 * @param json never null; no name stands in one object twice
 */
public record JsonDocument(JsonObject json) {}
