import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { basisPoints, won } from '#libs/money';
import { classOfGroups, type ConditionGroups } from '../mandate/class-words.rules.js';
import { MANDATE_BASES, type MandateLevel } from '../mandate/mandate.js';
import type { ObligationTest } from '../obligation.js';
import type { DecideMandateDto, RuleTermsDto } from './mandate-rule.dto.js';
import { conditionNamesWhatDealsHave, ruleCanBeTested } from './mandate-rule.rules.js';
import type { DecideMandate } from './mandate-rule.service.js';
import type { RuleDraft } from './stored-rule.js';

/** A draft of a rule from what was sent. Throws `DomainError` invalid at the field that does not fit the others. */
export function toRuleDraft(body: RuleTermsDto, level: MandateLevel, effectiveFrom: string): RuleDraft {
  const draft: RuleDraft = {
    name: { ko: body.nameKo, en: body.nameEn },
    level,
    counts: classOfGroups(toGroups(body)),
    denominator: MANDATE_BASES.find((each) => each === body.denominator) ?? 'COMMITTED',
    fixedBaseWon: body.fixedBaseWon === undefined ? null : won(body.fixedBaseWon),
    stakePartnerId: body.stakePartnerId ?? null,
    ratioBasisPoints: basisPoints(body.ratioBasisPoints),
    measure: body.measure === 'OUTSTANDING_COST' ? 'OUTSTANDING_COST' : 'CUMULATIVE_COST',
    test: toTest(body),
    startsOn: localDate(body.startsOn),
    graceDays: body.graceDays ?? 0,
    cureDays: body.cureDays ?? 0,
    penalty: body.penalty ?? null,
    clause: body.clause,
    source: body.source,
    effectiveFrom: localDate(effectiveFrom),
  };
  ruleCanBeTested(draft);
  return draft;
}

export function toDecideMandate(body: DecideMandateDto): DecideMandate {
  const level = body.level as MandateLevel;
  const draft = toRuleDraft(body, level, body.effectiveFrom);
  return { fundId: level === 'FUND' ? body.keyId : null, keyId: body.keyId, ruleId: body.ruleId ?? null, draft };
}

function toGroups({ counts }: RuleTermsDto): ConditionGroups {
  return counts.map(({ conditions }, group) =>
    conditions.map(({ dimension, values, negated }, index) => {
      const condition = { dimension, values, negated: negated === true };
      conditionNamesWhatDealsHave(condition, `/counts/${group}/conditions/${index}`);
      return condition;
    }),
  );
}

function toTest({ test, deadlineOn, milestones }: RuleTermsDto): ObligationTest {
  if (test === 'AT_ALL_TIMES') return { kind: 'AT_ALL_TIMES' };
  if (test === 'MILESTONES') {
    if (milestones === undefined) throw invalidField('/milestones', 'mandate.milestones-missing', { ko: '단계별 기한과 비율을 입력해 주세요.', en: 'Give the milestones: a day and a ratio each.' });
    return { kind: 'MILESTONES', milestones: milestones.map((each) => ({ on: localDate(each.on), ratioBasisPoints: basisPoints(each.ratioBasisPoints) })) };
  }
  if (deadlineOn === undefined) throw invalidField('/deadlineOn', 'mandate.deadline-missing', { ko: '기한을 입력해 주세요.', en: 'Give the deadline.' });
  return { kind: 'BY_DEADLINE', deadlineOn: localDate(deadlineOn) };
}
