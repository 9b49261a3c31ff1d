/** How much a moment may say about what is wrong: nothing, at the fields, all of it. */
export const QUIET = 0, AT_FIELDS = 1, IN_FULL = 2;
