import type { PolicyValue } from '#libs/policy';
import { SHARE_TERMS } from '../share/share-relaxation.policy.js';
import { CALL_POLICIES } from './call.policy.js';

/** Terms that have no default, since no number would be right for every call; the values show what they look like. */
export const CALL_TERMS: Readonly<Record<string, PolicyValue>> = {
  [CALL_POLICIES.projectAmount]: '0',
  [CALL_POLICIES.projectsSelected]: 0,
  [CALL_POLICIES.tiers]: [],
  ...SHARE_TERMS,
};
