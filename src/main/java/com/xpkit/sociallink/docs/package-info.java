/**
 * The API's description for people: {@code /api/docs/} shows {@code /openapi.yaml} in Swagger UI, whose files the build
 * extracts from its WebJar ({@code docs/adr/0026}).
 */
@Layer(value = Layer.Kind.FEATURE, looksFromOutside = true)
package com.xpkit.sociallink.docs;

import com.xpkit.sociallink.Layer;
