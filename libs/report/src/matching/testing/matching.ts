import { localDate } from '#libs/calendar';
import type { DecidedForm } from '#libs/grant';
import { ROOM_BOOK, type MatchingFacts } from '../matching.js';
import { GRANT_BOOK, type GrantMovement } from '../../grant-settlement/grant-settlement.js';
import { grantFacts } from '../../testing/grant-settlement.js';

/** Private money in won, one to one: what is allowed follows it, and two fifths of it were released. */
const ALLOWED_WON = 100_000_000n;
const RELEASED_WON = 40_000_000n;

/** A pool with one project: proven money from outside and from a parent, a deposit that was taken back, a release that was paid, one withdrawal with what is claimed for it. */
export function matchingFacts(form: DecidedForm): MatchingFacts {
  const grant = grantFacts(form);
  const [agreement] = grant.agreements;
  const agreementId = agreement?.id ?? '';
  const moved = (chart: string, deltaWon: bigint): GrantMovement => ({ chart, part: agreementId, posting: 'matching.room-set', deltaWon });
  const ownWon = grant.book.filter(({ chart, part }) => chart === GRANT_BOOK.own && part === agreementId).reduce((sum, { deltaWon }) => sum + deltaWon, 0n);
  const withdrawnWon = 3_000_000n;
  const deposit = { agreementId, project: 'MP-2022-0001', depositedOn: localDate('2021-03-02'), relation: 'THIRD_PARTY', source: 'OWN_FUNDS', sourceText: null, lockedUntil: localDate('2022-03-02'), reversed: false, evidence: 'TRANSFER', byBank: true, provenOn: localDate('2021-03-03'), flags: [] };
  return {
    grant: { ...grant, call: { ...grant.call, kind: 'MATCHING' }, book: [...grant.book, moved(ROOM_BOOK.allowed, ALLOWED_WON), moved(ROOM_BOOK.released, RELEASED_WON), moved(ROOM_BOOK.room, ALLOWED_WON - RELEASED_WON)] },
    terms: [],
    projects: [
      {
        ...{ agreementId, number: 'MP-2022-0001', title: '차세대 소재 & <공정>', position: 1, company: '㈜한빛소재', performer: '한국대학교 산학협력단', researcher: '李相民', chosenBecause: '공개 모집', relation: 'NONE', relationNote: null },
        ...{ ipTerms: '공동 소유', royaltyTerms: '매출의 3%', zone: '대덕', zoneMode: 'LOCATED', zoneClause: '제4조', zoneParty: '㈜한빛소재', zoneStated: '대전광역시 유성구', committedOn: localDate('2021-03-01') },
        ...{ privateWon: ownWon, matchBasisPoints: 10_000, governmentAtMost: 5_000, capWon: 500_000_000n, budgetLeftWon: 900_000_000n, governmentWon: ALLOWED_WON, bound: 'MATCH', statedGovernmentWon: ALLOWED_WON },
      },
    ],
    deposits: [
      { ...deposit, depositor: '㈜한빛소재', amountWon: ownWon },
      { ...deposit, depositor: '株式會社 모회사', relation: 'PARENT', amountWon: withdrawnWon, flags: ['RELATED_PARTY'] },
      { ...deposit, depositor: '이름 없는 입금', amountWon: 1_000_000n, reversed: true },
      { ...deposit, depositor: '증빙 전 입금', amountWon: 2_000_000n, evidence: null, provenOn: null, byBank: false },
    ],
    releases: [{ agreementId, project: 'MP-2022-0001', number: 1, milestone: '중간평가', requestedOn: localDate('2021-06-01'), amountWon: RELEASED_WON, allowedWon: ALLOWED_WON, releasedWon: RELEASED_WON, event: 'PAID', paidOn: localDate('2021-06-10') }],
    withdrawals: [{ project: 'MP-2022-0001', withdrawnOn: localDate('2021-09-01'), paidTo: '株式會社 모회사', reason: '대여금 상환', amountWon: withdrawnWon, countedWon: 0n }],
    clawbacks: [{ project: 'MP-2022-0001', proposedOn: localDate('2021-09-02'), cause: 'WITHDRAWAL', overReleasedWon: 0n, disallowedWon: withdrawnWon, unspentWon: 0n, interestWon: 12_345n, totalWon: 3_012_345n, outcome: null, recovery: null }],
    outcomes: [],
  };
}
