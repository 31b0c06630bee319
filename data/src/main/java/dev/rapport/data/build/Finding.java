package dev.rapport.data.build;

/**
 * Something found while checking a data set.
 *
 * @param fault whether it makes the data set unfit; else it is good to know
 * @param place file and row
 * @param what is wrong, with its value
 */
public record Finding(boolean fault, String place, String what) {}
