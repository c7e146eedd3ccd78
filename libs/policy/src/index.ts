export { PolicyHistory, PolicySet } from './policy.js';
export type { Policy, PolicyDraft, PolicySource, PolicyValue } from './policy.js';
export { decidePolicies, insertPolicies, policiesInForce, policiesOverTime, policyHistory } from './policy.store.js';
export { sourced } from './sourced.js';
export type { Sourced } from './sourced.js';
