import { dropKept, keep, kept } from "./keep.js";

/** The revision of a page this browser last showed as read. */

const name = (user) => "seen." + user;

/** @returns {number | null} null on the first visit */
export function seen(user) {
  const number = Number.parseInt(kept(name(user)) ?? "", 10);
  return Number.isNaN(number) ? null : number;
}

export function markSeen(user, revision) {
  keep(name(user), String(revision));
}

/** A change made here is no news here. */
export function followOwnChange(user, before, after) {
  if (seen(user) === before) markSeen(user, after);
}

export function forgetSeen(user) {
  dropKept(name(user));
}
