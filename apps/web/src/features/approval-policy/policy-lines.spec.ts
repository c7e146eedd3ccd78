import { describe, expect, it } from '@jest/globals';
import type { ApprovalPolicy } from './approval-policy.requests.js';
import { needsSignatures, policyLines } from './policy-lines.js';

const policy = (id: string, command: string, effectiveFrom: string, recordedAt: string, scope = '*'): ApprovalPolicy => ({ id, command, scope, effectiveFrom, recordedAt, tiers: [] }) as unknown as ApprovalPolicy;

describe('the decisions about who approves', () => {
  const decisions = [
    policy('first', 'a', '2020-01-01', '2020-01-01T00:00:00Z'),
    policy('corrected', 'a', '2020-01-01', '2021-05-01T00:00:00Z'),
    policy('coming', 'a', '2030-01-01', '2026-01-01T00:00:00Z'),
    policy('fund', 'a', '2026-01-01', '2026-01-01T00:00:00Z', 'fund/x'),
    policy('new', 'b', '2030-01-01', '2026-01-01T00:00:00Z'),
  ];

  it('are read by command and scope; the last word of a day counts, and what is to come does not yet', () => {
    const lines = policyLines(decisions, ['b', 'a'], '2026-11-22');
    expect(lines.map(({ command, scope, inForce }) => [command, scope, inForce?.id ?? null])).toEqual([
      ['b', '*', null],
      ['a', '*', 'corrected'],
      ['a', 'fund/x', 'fund'],
    ]);
    expect(lines[1]?.decisions.map(({ id }) => id)).toEqual(['coming', 'corrected', 'first']);
  });

  it('need signatures if any tier does', () => {
    expect(needsSignatures(null)).toBe(false);
    expect(needsSignatures({ tiers: [{ fromWon: '0', mode: 'DIRECT', steps: [] }] })).toBe(false);
    expect(needsSignatures({ tiers: [{ fromWon: '0', mode: 'DIRECT', steps: [] }, { fromWon: '5', mode: 'SIGNED', steps: [] }] })).toBe(true);
  });
});
