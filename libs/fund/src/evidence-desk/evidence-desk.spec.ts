import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { EvidenceRow } from '../classification/classification.query.js';
import type { ObligationRule, PortfolioFacts } from '../obligation/obligation.js';
import { obligationPosition } from '../obligation/obligation.rules.js';
import type { EvidenceTurn } from '../recognition/detail/evidence-detail.js';
import { concernsOf, effectOf, type DeskClaim } from './evidence-desk.rules.js';

const TODAY = localDate('2023-06-30');

function document(kind: string, validTo: string | null = null, turn: EvidenceTurn | null = null): EvidenceRow {
  const turns = turn === null ? [] : [{ turn, happenedOn: TODAY, reason: '확인', decidedBy: '준법감시' }];
  const file = { documentId: null, fileName: null, sha256: null };
  return { id: `${kind} ${validTo ?? ''}`, investmentId: 'deal', kind, issuedOn: null, validTo: validTo === null ? null : localDate(validTo), issuer: null, ...file, detail: null, turns };
}

const claim = (status: DeskClaim['status'], ...evidence: EvidenceRow[]): DeskClaim => ({ status, route: 'LAB_COMPANY', companyBasis: 'VENTURE', evidence });
const COMPLETE = [document('연구소기업 등록증'), document('주주명부')];

describe('a claim is on the desk', () => {
  it.each<[string, DeskClaim, string[]]>([
    ['while nobody has decided it', claim('PENDING', ...COMPLETE, document('벤처기업확인서')), ['DECISION']],
    ['with what it lacks', claim('QUALIFIED', document('주주명부')), ['MISSING']],
    ['not at all once decided and complete', claim('QUALIFIED', ...COMPLETE, document('벤처기업확인서', '2023-08-30')), []],
    ['sixty days before a document runs out', claim('QUALIFIED', ...COMPLETE, document('벤처기업확인서', '2023-08-29')), ['EXPIRING']],
    ['on its last day', claim('QUALIFIED', ...COMPLETE, document('벤처기업확인서', '2023-06-30')), ['EXPIRING']],
    ['once it has run out', claim('QUALIFIED', ...COMPLETE, document('벤처기업확인서', '2023-06-29')), ['EXPIRED']],
    ['not for an old copy that a newer one replaces', claim('QUALIFIED', ...COMPLETE, document('벤처기업확인서', '2023-06-29'), document('벤처기업 확인서', '2025-06-29')), []],
    ['when a document turned out false, which then is missing', claim('QUALIFIED', ...COMPLETE.slice(1), document('연구소기업 등록증', null, 'FALSE_DOCUMENT'), document('벤처기업확인서')), ['MISSING', 'INVALID']],
    ['not for a copy that was put right', claim('QUALIFIED', ...COMPLETE, document('주주명부', null, 'CORRECTED'), document('벤처기업확인서')), []],
  ])('%s', (_what, of, concerns) => {
    expect(concernsOf(of, TODAY, 60).concerns).toEqual(concerns);
  });

  it('names what is missing, the certificate of prong (b) included, and the first day', () => {
    const found = concernsOf(claim('PENDING', document('주주명부', '2023-07-15'), document('정관', '2023-07-01')), TODAY, 60);
    expect([found.missing, found.dueOn, found.expiring.map(({ daysLeft }) => daysLeft)]).toEqual([['연구소기업 등록증', '벤처기업확인서'], '2023-07-01', [15, 1]]);
  });
});

describe('the effect on the ratio (TV-2)', () => {
  const rule: ObligationRule = { ratioBasisPoints: basisPoints(5000), denominator: 'COMMITTED', measure: 'CUMULATIVE_COST', test: { kind: 'BY_DEADLINE', deadlineOn: localDate('2025-11-14') }, fixedBaseWon: null, clause: '', source: '', version: '1' };
  const facts: PortfolioFacts = {
    committedWon: won('20000000000'),
    paidInWon: won('8000000000'),
    investedWon: won('6000000000'),
    qualifyingWon: won('3800000000'),
    qualifyingOutstandingWon: won('3800000000'),
    pendingWon: won('1000000000'),
    pendingCount: 1,
    investmentCount: 5,
    qualifyingCount: 3,
    lifetimeExpensesWon: won('2600000000'),
    recyclableWon: won('0'),
  };
  const period = { from: localDate('2021-11-15'), to: localDate('2025-11-14') };
  const position = obligationPosition(rule, facts, period, TODAY);
  const effect = (status: 'PENDING' | 'QUALIFIED', amount: string): [string | null, string | null, bigint] => {
    const { after, changePercent } = effectOf(position, { status, amountWon: won(amount), outstandingWon: won(amount) }, period, TODAY);
    return [after.decisive.ratioPercent, changePercent, after.feasibility.headroomWon];
  };

  it('of accepting the pending billion: 19 % becomes 24 %', () => {
    expect(effect('PENDING', '1000000000')).toEqual(['24.00', '5.00', 6_200_000_000n]);
  });

  it('of losing the two billion of the first deal: 19 % becomes 9 %', () => {
    expect(effect('QUALIFIED', '2000000000')).toEqual(['9.00', '10.00', 3_200_000_000n]);
  });
});
