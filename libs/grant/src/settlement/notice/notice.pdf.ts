import { formatOfficialDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { formatWon, officialAmount, won, type Won } from '#libs/money';
import { recoveryNoticePdf } from '#libs/notice';
import type { Block } from '#libs/pdf';
import { GRANT_REGIMES } from '../../call/call.js';
import { getCall } from '../../call/call.query.js';
import type { DecidedForm } from '../form.js';
import { formOf, getSettlement, type SettlementRow } from '../settlement.query.js';

/**
 * The result of a settlement as the institution is told of it (정산결과 통보), from what was decided and nothing else: it never changes.
 * It is no demand yet: that goes out once nobody objects. Throws not found.
 */
export async function settlementNoticePdf(tx: Tx, settlementId: string): Promise<{ readonly number: string; readonly bytes: Buffer }> {
  const row = await getSettlement(tx, settlementId);
  const [form, call] = [await formOf(tx, settlementId), await getCall(tx, row.callId)];
  const { law } = GRANT_REGIMES[call.regime];
  const { number, partyName, noticeOn, noticeWon, droppedWon, clause, digest } = row;
  const bytes = await recoveryNoticePdf({
    ...{ title: '정산결과 통보서', statute: law, number, agency: call.agency, debtor: partyName, noticeOn, decidedAt: row.knownAt, keywords: ['정산', '정산결과', row.agreementNumber] },
    ...{ contents: contentsOf(row, call.name), working: settlementWorking(form), tables: 1, plan: [], demandedWon: BigInt(noticeWon), clauses: [...new Set([clause, form.clauses.recovery, form.clauses.interest])] },
    sayings: [
      `「${law}」에 따라 위와 같이 정산한 결과를 통보합니다.`,
      `이 결과에 이의가 있으면 ${formatOfficialDate(row.objectionUntil)}까지 서면으로 이의를 신청할 수 있습니다. 이의가 없으면 확정하고, 반납할 금액이 있으면 납부기한을 정하여 따로 통지합니다.`,
    ],
    data: { number, institution: partyName, institutionNumber: row.businessNumber, agreement: row.agreementNumber, stage: row.stage, version: row.version, noticeOn, objectionUntil: row.objectionUntil, noticeWon, droppedWon, settlement: form, digest },
  });
  return { number, bytes };
}

function contentsOf(row: SettlementRow, programme: string): (readonly [label: string, value: string])[] {
  const { partyName, businessNumber, agreementNumber, stage, version, noticeOn, objectionUntil, totalWon, noticeWon, droppedWon, reason } = row;
  const amount = (text: string): Won => won(BigInt(text));
  const business = businessNumber === null ? partyName : `${partyName} (사업자등록번호 ${businessNumber.slice(0, 3)}-${businessNumber.slice(3, 5)}-${businessNumber.slice(5)})`;
  return [
    ['사업명', programme],
    ['협약번호', `${agreementNumber} ${stage}단계${version > 1 ? ` (재정산 ${version}차)` : ''}`],
    ['수행기관', business],
    ['통보일', formatOfficialDate(noticeOn)],
    ['총 반납액', officialAmount(amount(totalWon))],
    ...(droppedWon === '0' ? [] : [['버린 끝수(국고금 관리법 제47조)', officialAmount(amount(droppedWon))] as const]),
    ['반납할 금액', officialAmount(amount(noticeWon))],
    ['이의신청 기한', formatOfficialDate(objectionUntil)],
    ...(reason === null ? [] : [['정산 사유', reason] as const]),
  ];
}

const right = (header: string) => ({ header, align: 'right' as const });

/** Table 3 of the form, step by step. */
export function settlementWorking({ returns, clauses }: DecidedForm): Block[] {
  const { governmentPart: part } = returns;
  const steps: readonly (readonly [string, Won, string])[] = [
    ['사용잔액(현금)', returns.unusedWon, '표 1 소계 − 사용금액 − 이월'],
    ['불인정 사용금액(현금)', returns.disallowedWon, '집행 검토'],
    ['A 반납대상 금액', returns.cashWon, '사용잔액 + 불인정'],
    [`C 반납금 = A × ${part.numerator}/${part.denominator}`, returns.returnedWon, '정부지분율 B, 원 미만 버림'],
    ['지급되지 않은 정부지원금', returns.neverPaidWon, 'C에서 뺌'],
    ['현물 부족액', returns.inKindShortageWon, '100% 현금 회수'],
    ['간접비 비례회수', returns.indirectProportionalWon, clauses.recovery],
    ['기관부담금 미납액', returns.ownUnpaidWon, clauses.recovery],
    ['D 반납대상 이자', returns.interestWon, clauses.interest],
    ['E 이자 반납액 = D × B', returns.returnedInterestWon, '원 미만 버림'],
  ];
  return [
    {
      kind: 'table',
      caption: '[표 1] 반납액 산출(별지 제7호서식 3.)',
      unit: '원',
      columns: [{ header: '구분', rowHeader: true }, right('금액'), { header: '근거' }],
      rows: steps.filter(([, won]) => won !== 0n).map(([label, won, ground]) => [label, formatWon(won), ground]),
      footer: ['총 반납액', formatWon(returns.totalWon), returns.droppedWon === 0n ? '' : `통지액 ${formatWon(returns.noticeWon)}(10원 미만 버림)`],
    },
  ];
}
