import type { Verdict } from '#libs/command';
import { basisPoints, formatWon, MAX_WON, shareOf, sumWon, truncatedPercentText, won, type Won } from '#libs/money';
import { governmentCommitment } from '../match/match.rules.js';
import type { Commitment, MatchTerms } from '../match/match.js';
import { RELATION_NAMES, type PlanFacts } from './plan.js';

/** The terms of a project: those of its pool, with its own ratio where it has one. */
export const termsOfPlan = (terms: MatchTerms, matchBasisPoints: number | null): MatchTerms => (matchBasisPoints === null ? terms : { ...terms, match: basisPoints(matchBasisPoints) });

/** What a plan asks of the government: all that ratio, cap and share allow, whatever the pool has left. */
export const askedOf = ({ privateWon, matchBasisPoints }: Pick<PlanFacts, 'privateWon' | 'matchBasisPoints'>, terms: MatchTerms): Commitment =>
  governmentCommitment(privateWon, won(MAX_WON), termsOfPlan(terms, matchBasisPoints));

/** The government bears at most its part of what the project costs; floored, so that no won is beyond it. */
export function governmentBearsItsPartAtMost(governmentWon: Won, privateWon: Won, { governmentAtMost, clause }: MatchTerms): Verdict {
  const costWon = sumWon([governmentWon, privateWon]);
  const mostWon = shareOf(costWon, governmentAtMost, 'floor');
  const percent = truncatedPercentText(BigInt(governmentAtMost), 10_000n) ?? '';
  const holds = governmentWon <= mostWon;
  return {
    rule: 'government-bears-its-part-at-most',
    clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `총사업비 ${formatWon(costWon)}원 가운데 정부지원금 ${formatWon(governmentWon)}원은 한도 ${percent} 이내입니다.`, en: `${formatWon(governmentWon)} of ${formatWon(costWon)} won are within the ${percent} that the government bears.` }
      : { ko: `정부지원금이 총사업비의 ${percent}(${formatWon(mostWon)}원)를 넘습니다. 민간 약정액을 늘려 주세요.`, en: `The government bears at most ${percent}, ${formatWon(mostWon)} won. Raise the private commitment.` },
    inputs: { governmentWon: `${governmentWon}`, privateWon: `${privateWon}`, mostWon: `${mostWon}` },
  };
}

/** A relation between company and performer is no bar to the project, but their money is no private money: it is looked at. */
export function relationIsLookedAt({ relation, relationNote }: Pick<PlanFacts, 'relation' | 'relationNote'>, recorded: readonly string[]): Verdict {
  const declared = relation === 'NONE' ? [] : [`${RELATION_NAMES[relation].ko}(${relationNote ?? ''})`];
  const hidden = relation === 'NONE' && recorded.length > 0;
  const known = [...declared, ...recorded];
  return {
    rule: 'relation-is-looked-at',
    clause: '사업공고(특수관계인의 돈은 민간부담금으로 불인정)',
    result: known.length === 0 ? 'PASS' : 'WARN',
    text:
      known.length === 0
        ? { ko: '참여기업과 수행기관 사이에 신고되거나 기록된 관계가 없습니다.', en: 'No relation of company and performer is declared or on record.' }
        : {
            ko: `${hidden ? '신고되지 않은 관계가 기록에 있습니다' : '참여기업과 수행기관 사이에 관계가 있습니다'}: ${known.join(', ')}. 민간부담금의 자금원천을 함께 확인해 주세요.`,
            en: `${hidden ? 'A relation is on record that was not declared' : 'Company and performer are related'}: ${known.join(', ')}. Check the source of the private money too.`,
          },
    inputs: { relation, recorded: [...recorded] },
  };
}
