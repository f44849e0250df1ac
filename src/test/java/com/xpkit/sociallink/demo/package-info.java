/**
 * A brand's web application, to click through Social Link as a visitor would: it sends the visitor to the service and
 * shows what comes back. It knows the service by its public contract only; from the simulator it borrows the escaping
 * pages. {@code start} also uses the account that it creates.
 */
package com.xpkit.sociallink.demo;
