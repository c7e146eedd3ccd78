export { PolicySet } from './policy.js';
export type { Policy, PolicyDraft, PolicySource, PolicyValue } from './policy.js';
export { decidePolicies, insertPolicies, policiesInForce, policiesOverTime } from './policy.store.js';
