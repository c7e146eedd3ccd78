export { PolicyHistory, PolicySet } from './policy.js';
export type { Policy, PolicyDraft, PolicySource, PolicyValue, Sourced } from './policy.js';
export { decidePolicies, insertPolicies, policiesInForce, policiesOverTime, policyHistory } from './policy.store.js';
