package dev.rapport.train.rollout;

/** Which conversation of which rollout of which group. */
public record RowKey(int group, int rollout, int conversation) {}
