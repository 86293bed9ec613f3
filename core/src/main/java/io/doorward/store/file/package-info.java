/**
 * A policy that lives in one JSON document, which people edit and machines change.
 *
 * <p>{@link io.doorward.store.file.JsonFilePolicyStore} is the store. Beside the document {@code policy.json} stand {@code
 * policy.json.log}, a line for each of the newest revisions; {@code policy.json.lock}, locked while one is written; and now and
 * then {@code policy.json.tmp}, the next document, and {@code policy.json.last-good}, what is in force while an edited
 * document is refused.
 */
@NullMarked
package io.doorward.store.file;

import org.jspecify.annotations.NullMarked;
