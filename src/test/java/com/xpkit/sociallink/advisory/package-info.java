/**
 * Checks whether what we ship has published vulnerabilities. {@link com.xpkit.sociallink.advisory.AdvisoriesTest}
 * compares every library of the WAR, and the servers of the build, with the files in {@code src/test/advisories}; it
 * needs no network. {@link com.xpkit.sociallink.advisory.Renewal} renews them: {@code mvn -P advisories}.
 * {@code docs/adr/0037} says why this is done here.
 */
package com.xpkit.sociallink.advisory;
