/**
 * Which version of the layout papers are set with. Whoever changes how the same data is set on its pages raises it, so that
 * the verifier does not take a new layout for a changed figure; `layout.spec.ts` says when that is.
 */
export const LAYOUT = 3;

/** What papers were set with before they said so. */
export const UNSTATED_LAYOUT = 1;
