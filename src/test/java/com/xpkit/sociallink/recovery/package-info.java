/**
 * Backup and restore as docs/backup.md describes them: with the files of {@code server-config}, with Debian's databases
 * and programs, and with the packaged service on top. Each test loses data and brings it back. The tests take minutes, so
 * they are not part of {@code mvn verify}; {@code .ci/matrix} runs them.
 */
package com.xpkit.sociallink.recovery;
