/**
 * Lists by the values inside documents with free members. A feature stores the values of a document in rows, each an
 * entity that extends {@link com.xpkit.sociallink.platform.listing.document.IndexedValueRow}, written and deleted
 * together with the document. {@link com.xpkit.sociallink.platform.listing.document.IndexedValueRows} makes any member
 * of such a document a field, and {@link com.xpkit.sociallink.platform.listing.document.IndexedValue} defines how a
 * value is written.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.listing")
package com.xpkit.sociallink.platform.listing.document;

import com.xpkit.sociallink.Layer;
