/**
 * What the WAR is made of. {@link com.xpkit.sociallink.war.Library} lists every jar in it and the reason for it;
 * {@code docs/adr/0002} says which libraries were rejected.
 */
package com.xpkit.sociallink.war;
