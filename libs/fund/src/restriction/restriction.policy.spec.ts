import { describe, expect, it } from '@jest/globals';
import { PolicySet, type PolicyDraft } from '#libs/policy';
import { defaultFundPolicies } from '../fund/fund.policy.js';
import { defaultDueDiligencePolicies, dueDiligenceTerms } from '../fee/due-diligence.policy.js';
import { defaultWaterfallPolicies, waterfallTerms } from '../waterfall/waterfall.policy.js';
import { defaultRestrictionPolicies, exposureLimits, restrictionTerms } from './restriction.policy.js';

const KNOWN = new Date('2020-01-01T00:00:00Z');
const inForce = (...drafts: PolicyDraft[]) => new PolicySet(drafts.map((draft, index) => ({ ...draft, id: `${index}` })));

describe('the terms of a fund that decided nothing', () => {
  const policies = inForce(...[defaultFundPolicies, defaultWaterfallPolicies, defaultRestrictionPolicies, defaultDueDiligencePolicies].flatMap((defaults) => defaults(KNOWN)));

  it('limits of docs/domain.md §8, law apart from agreement', () => {
    expect(exposureLimits(policies).map((limit) => [limit.rule, limit.cap, limit.action, limit.hardness])).toEqual([
      ['investment-stays-within-issuer-limit', 2000, 'WARN', 'SOFT'],
      ['project-stays-within-limit', 2000, 'WARN', 'SOFT'],
      ['overseas-stays-within-limit', 2000, 'WARN', 'SOFT'],
      ['secondary-stays-within-limit', 2000, 'WARN', 'SOFT'],
      ['quarter-stays-within-pace', 10_000, 'WARN', 'SOFT'],
      ['listed-stays-within-limit', 2000, 'BLOCK', 'HARD'],
      ['listed-stays-within-general-partner-limit', 2000, 'BLOCK', 'HARD'],
    ]);
    expect(restrictionTerms(policies, '제52조')).toMatchObject({ specialPurposeConsent: 6667, majorShareholder: 1000, majorPartner: 1000 });
  });

  it('hurdle 5 %, carry 20 %, no catch-up, principal only; examinations as in the model agreement', () => {
    expect(waterfallTerms(policies, { firstLoss: [], carriedPartners: [] })).toMatchObject({ hurdle: 500, carry: 2000, catchUp: null, dayCount: 'ACTUAL_365', interim: 'PRINCIPAL_ONLY' });
    expect(dueDiligenceTerms(policies)).toEqual({ whenInvested: 10_000, whenNot: { FINANCIAL: 5_000, LEGAL: 5_000 } });
  });

  it('no key is decided twice', () => {
    const keys = policies.all().map((policy) => policy.key);
    expect(keys).toHaveLength([defaultFundPolicies, defaultWaterfallPolicies, defaultRestrictionPolicies, defaultDueDiligencePolicies].flatMap((defaults) => defaults(KNOWN)).length);
  });
});

describe('what an agreement decided comes first, and where nobody decided nothing is assumed', () => {
  const draft = (key: string, value: PolicyDraft['value']): PolicyDraft => ({ ...(defaultFundPolicies(KNOWN)[0] as PolicyDraft), key, value, clause: '규약 제25조' });

  it('a stricter cap that blocks', () => {
    const [limit] = exposureLimits(inForce(draft('fund.single-company-cap-basis-points', 1500), draft('fund.single-company-cap.action', 'BLOCK')));
    expect(limit).toMatchObject({ cap: 1500, action: 'BLOCK', clause: '규약 제25조' });
  });

  it('no policies at all: no limits, consent of everybody, no carry, nothing handed out before the obligation is met', () => {
    expect(exposureLimits(inForce())).toEqual([]);
    expect(restrictionTerms(inForce(), '')).toMatchObject({ specialPurposeConsent: 10_000, majorShareholder: 0, majorPartner: 0 });
    expect(waterfallTerms(inForce(), { firstLoss: [], carriedPartners: [] })).toMatchObject({ hurdle: 0, carry: 0, catchUp: null, interim: 'NONE' });
    expect(dueDiligenceTerms(inForce())).toEqual({ whenInvested: 0, whenNot: { FINANCIAL: 0, LEGAL: 0 } });
  });

  it('a catch-up', () => {
    expect(waterfallTerms(inForce(draft('fund.catch-up-basis-points', 10_000)), { firstLoss: [], carriedPartners: [] }).catchUp).toBe(10_000);
  });
});
