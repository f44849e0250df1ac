/**
 * What the WAR is made of. {@link com.xpkit.sociallink.war.Library} lists every jar in it with the reason why it is there;
 * {@code docs/adr/0002} says what was not taken.
 */
package com.xpkit.sociallink.war;
