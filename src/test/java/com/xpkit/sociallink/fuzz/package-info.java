/**
 * Generated input that follows the grammar or breaks it, for unit tests and for a server. A case is made of
 * {@link com.xpkit.sociallink.fuzz.Choices}, which a seed repeats. It uses no class of the service.
 */
package com.xpkit.sociallink.fuzz;
