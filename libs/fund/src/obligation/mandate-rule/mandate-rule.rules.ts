import { addYears, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import type { Condition } from '../mandate/class-words.rules.js';
import { DIMENSIONS } from '../mandate/dimension.data.js';
import type { ObligationTest } from '../obligation.js';
import type { RuleDraft } from './stored-rule.js';

/** Furthest a test may lie ahead: longer than any fund lives. */
const LONGEST_YEARS = 30;

/** A condition names a property that deals have, and values it may have. Throws `DomainError` invalid at the condition. */
export function conditionNamesWhatDealsHave(condition: Condition, pointer: string): void {
  const dimension = DIMENSIONS.find((each) => each.code === condition.dimension);
  if (dimension === undefined) {
    throw invalidField(`${pointer}/dimension`, 'mandate.unknown-dimension', {
      ko: `그런 조건은 없습니다. ${DIMENSIONS.map((each) => each.name.ko).join(', ')} 가운데에서 골라 주세요.`,
      en: `There is no such property. Choose one of ${DIMENSIONS.map((each) => each.code).join(', ')}.`,
    });
  }
  const strange = condition.values.find((value) => dimension.values !== null && !dimension.values.some((each) => each.code === value));
  if (strange === undefined) return;
  throw invalidField(`${pointer}/values`, 'mandate.unknown-value', {
    ko: `${dimension.name.ko}에 '${strange}'(이)라는 값은 없습니다. ${dimension.values?.map((each) => each.name.ko).join(', ') ?? ''} 가운데에서 골라 주세요.`,
    en: `'${strange}' is no value of ${dimension.code}. Choose among ${dimension.values?.map((each) => each.code).join(', ') ?? ''}.`,
  });
}

/** A rule can be tested: its dates follow each other, its milestones rise, and its base is one that its test can ask for. */
export function ruleCanBeTested(draft: RuleDraft): void {
  baseIsNamed(draft);
  if (draft.test.kind === 'AT_ALL_TIMES' && draft.denominator !== 'INVESTED') {
    throw invalidField('/denominator', 'mandate.always-on-invested', {
      ko: '상시 요건은 투자액 기준에서만 정할 수 있습니다. 다른 기준에서는 첫날부터 지킬 수 없습니다.',
      en: 'What holds at all times can only be measured on invested capital: on any other base it fails on the first day.',
    });
  }
  testsLieAhead(draft.test, draft.startsOn);
}

function baseIsNamed({ denominator, fixedBaseWon, stakePartnerId, level }: RuleDraft): void {
  if ((denominator === 'FIXED_AMOUNT') !== (fixedBaseWon !== null)) {
    throw invalidField('/fixedBaseWon', 'mandate.fixed-base', {
      ko: denominator === 'FIXED_AMOUNT' ? '고정금액 기준에는 금액을 입력해 주세요.' : '금액은 고정금액 기준에서만 입력합니다. 비워 주세요.',
      en: denominator === 'FIXED_AMOUNT' ? 'A fixed base needs its amount.' : 'Only a fixed base has an amount: leave it empty.',
    });
  }
  if ((denominator === 'PARTNER_STAKE') !== (stakePartnerId !== null)) {
    throw invalidField('/stakePartnerId', 'mandate.stake-partner', {
      ko: denominator === 'PARTNER_STAKE' ? '어느 조합원의 출자액을 기준으로 할지 골라 주세요.' : '조합원은 조합원 출자액 기준에서만 고릅니다. 비워 주세요.',
      en: denominator === 'PARTNER_STAKE' ? 'Choose whose stake is the base.' : 'Only a base of one stake names a partner: leave it empty.',
    });
  }
  if (denominator === 'PARTNER_STAKE' && level !== 'FUND') {
    throw invalidField('/denominator', 'mandate.stake-of-a-fund', { ko: '조합원 출자액 기준은 조합의 의무에만 쓸 수 있습니다.', en: 'A stake is the base of a fund’s own rule only.' });
  }
}

function testsLieAhead(test: ObligationTest, startsOn: LocalDate): void {
  const furthest = addYears(startsOn, LONGEST_YEARS);
  const inReach = (on: LocalDate): boolean => on >= startsOn && on <= furthest;
  if (test.kind === 'BY_DEADLINE' && !inReach(test.deadlineOn)) {
    throw invalidField('/deadlineOn', 'mandate.deadline', { ko: `기한은 기산일(${startsOn})부터 ${furthest} 사이여야 합니다.`, en: `The deadline must lie between ${startsOn} and ${furthest}.` });
  }
  if (test.kind !== 'MILESTONES') return;
  test.milestones.forEach((milestone, index) => {
    const before = test.milestones[index - 1];
    const rises = before === undefined || (milestone.on > before.on && milestone.ratioBasisPoints >= before.ratioBasisPoints);
    if (rises && inReach(milestone.on)) return;
    throw invalidField(`/milestones/${index}/on`, 'mandate.milestones', {
      ko: `단계별 기한은 기산일(${startsOn})부터 날짜순이어야 하고 비율은 줄어들 수 없습니다.`,
      en: `Milestones follow each other from ${startsOn} on, and their ratios never fall.`,
    });
  });
}
