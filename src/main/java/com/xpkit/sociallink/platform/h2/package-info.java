/**
 * The files of H2: their addresses, and a file system that forces each write to the disk. It knows nothing of what is stored in
 * them.
 */
@Layer(Layer.Kind.PLATFORM)
package com.xpkit.sociallink.platform.h2;

import com.xpkit.sociallink.Layer;
