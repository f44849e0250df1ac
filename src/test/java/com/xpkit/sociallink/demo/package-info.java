/**
 * A brand's web application, to click through Social Link as a visitor would: it sends the visitor to the service and shows
 * what comes back. It knows the service by its public contract only; of the simulator it borrows the escaping pages.
 * The account that it makes for itself serves {@code start}, too.
 */
package com.xpkit.sociallink.demo;
