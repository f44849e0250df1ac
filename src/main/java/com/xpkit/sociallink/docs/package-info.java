/**
 * The API's description for people: {@code /api/docs/} shows {@code /openapi.yaml} in Swagger UI, whose files
 * the build takes out of its WebJar ({@code docs/adr/0026}).
 *
 * <p>Knows {@code api}; nobody knows it.
 */
package com.xpkit.sociallink.docs;
