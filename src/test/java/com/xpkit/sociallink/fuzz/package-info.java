/**
 * Generated input that knows the grammar and breaks it, for unit tests and for a server. A case is made of
 * {@link com.xpkit.sociallink.fuzz.Choices}, which a seed repeats. It uses no class of the service.
 */
package com.xpkit.sociallink.fuzz;
