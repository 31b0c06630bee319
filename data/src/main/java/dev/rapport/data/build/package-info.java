/**
 * Makes a data set in PersonaMem-v2's layout out of personas and neutral dialogues ({@link
 * dev.rapport.data.build.DatasetBuild}), and checks one ({@link
 * dev.rapport.data.build.DatasetCheck}). The same input and seed give the same bytes.
 */
@NullMarked
package dev.rapport.data.build;

import org.jspecify.annotations.NullMarked;
