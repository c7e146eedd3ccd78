import type { Policy } from '#libs/policy';
import { ruled, type Ground } from '../trace/ground.js';
import { policyName, policyValueText } from './rule-words.js';

/** The rule under a key that was in force and known: its value, version and clause. */
export function policyGround(policies: readonly Policy[], key: string): Ground {
  const policy = policies.find((each) => each.key === key);
  if (policy === undefined) return ruled(`${policyName(key)} (${key}): 기준일에 시행 중인 값이 없음`);
  return ruled(`${policyName(key)} (${key}) ${policyValueText(key, policy.value)}: ${policy.clause}, 버전 ${policy.id}`);
}
