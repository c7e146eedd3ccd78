import { formatOfficialDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { formatWon, officialAmount, won, type Won } from '#libs/money';
import type { Block } from '#libs/pdf';
import { recoveryNoticePdf } from '#libs/notice';
import { planOf } from '#libs/recovery';
import { GRANT_REGIMES } from '../call/call.js';
import { getCall } from '../call/call.query.js';
import { settlementWorking } from '../settlement/notice/notice.pdf.js';
import { formOf } from '../settlement/settlement.query.js';
import { getSanction, type SanctionRow } from '../sanction/sanction.query.js';
import type { RecoveryGround } from './ground/ground.js';
import { getRecovery, type RecoveryRow } from './recovery.query.js';

const amount = (text: string): Won => won(BigInt(text));

/** The demand of a recovery, from what was decided and nothing else: it never changes. */
export async function demandPdf(tx: Tx, recoveryId: string): Promise<{ readonly number: string; readonly bytes: Buffer }> {
  const row = await getRecovery(tx, recoveryId);
  const call = await getCall(tx, row.callId);
  const form = row.settlementId === null ? null : await formOf(tx, row.settlementId);
  const sanction = row.sanctionId === null ? null : await getSanction(tx, row.sanctionId);
  const { law } = GRANT_REGIMES[call.regime];
  const { number, debtor, noticeOn, demandedWon, clauses } = row;
  const bytes = await recoveryNoticePdf({
    ...{ title: row.ground?.title ?? (sanction === null ? '정산금 반납 통지서' : '제재부가금 납부 통지서'), statute: law, number, agency: call.agency, debtor, noticeOn, decidedAt: row.knownAt },
    ...{ keywords: ['회수', row.ground === null ? '정산' : '환수', row.agreementNumber], contents: contentsOf(row, call.name), plan: planOf(row), demandedWon: BigInt(demandedWon), clauses },
    sayings: [
      `「${law}」에 따라 위와 같이 납부할 것을 통지합니다. 납부기한까지 납부하지 않으면 가산금이 더해지고 국세 체납처분의 예에 따라 징수할 수 있습니다.`,
      ...(sanction === null ? [] : [`이 처분에 이의가 있으면 ${formatOfficialDate(sanction.objectionUntil)}까지 서면으로 이의를 신청할 수 있습니다.`]),
    ],
    ...{ working: form !== null ? settlementWorking(form) : row.ground !== null ? groundWorking(row.ground) : sanctionWorking(sanction), tables: 1 },
    data: { number, debtor, debtorNumber: row.debtorNumber, noticeOn, dueOn: row.dueOn, demandedWon, droppedWon: row.droppedWon, plan: row.instalments, settlement: form, ground: row.ground, sanction: sanction === null ? null : { number: sanction.number, penaltyWon: sanction.penaltyWon, clause: sanction.clause }, clauses },
  });
  return { number, bytes };
}

type Line = readonly [label: string, value: string];

function contentsOf(row: RecoveryRow, programme: string): Line[] {
  const { principalWon, interestWon, penaltyWon, droppedWon, demandedWon, debtor, debtorNumber, instalments } = row;
  const optional = (label: string, text: string): Line[] => (text === '0' ? [] : [[label, officialAmount(amount(text))]]);
  const business = debtorNumber === null ? debtor : `${debtor} (사업자등록번호 ${debtorNumber.slice(0, 3)}-${debtorNumber.slice(3, 5)}-${debtorNumber.slice(5)})`;
  return [
    ['사업명', programme],
    ['협약번호', row.agreementNumber],
    ['근거', row.ground?.reference ?? (row.settlementNumber === null ? `제재 ${row.sanctionNumber ?? ''}` : `정산 ${row.settlementNumber}`)],
    ['납부할 자', business],
    ['통지일', formatOfficialDate(row.noticeOn)],
    ...optional('반납금', principalWon),
    ...optional('발생이자', interestWon),
    ...optional('제재부가금', penaltyWon),
    ...optional('버린 끝수(국고금 관리법 제47조)', droppedWon),
    ['납부할 금액', officialAmount(amount(demandedWon))],
    ['납부기한', `${formatOfficialDate(row.dueOn)}${instalments.length > 1 ? ` (${instalments.length}회 분할, 첫 회 기한)` : ''}`],
  ];
}

const right = (header: string) => ({ header, align: 'right' as const });

/** What the claim says of itself, step by step. */
function groundWorking({ working, totalWon }: RecoveryGround): Block[] {
  return [
    {
      kind: 'table',
      caption: '[표 1] 환수액 산출',
      unit: '원',
      columns: [{ header: '구분', rowHeader: true }, right('금액'), { header: '근거' }],
      rows: working.map(({ label, amountWon, ground }) => [label, formatWon(amount(amountWon)), ground]),
      footer: ['환수액', formatWon(amount(totalWon)), ''],
    },
  ];
}

function sanctionWorking(sanction: SanctionRow | null): Block[] {
  if (sanction === null) return [];
  const { misspentWon, standardWon, lowestWon, highestWon, penaltyWon, adjustment, clause } = sanction;
  return [
    {
      kind: 'table',
      caption: '[표 1] 제재부가금 산출',
      unit: '원',
      columns: [{ header: '구분', rowHeader: true }, right('금액'), { header: '근거' }],
      rows: [
        ['위반 금액', formatWon(amount(misspentWon)), sanction.reason],
        ['기준액', formatWon(amount(standardWon)), clause],
        ['정할 수 있는 범위', `${formatWon(amount(lowestWon))} ~ ${formatWon(amount(highestWon))}`, clause],
      ],
      footer: ['제재부가금', formatWon(amount(penaltyWon)), adjustment ?? '기준액'],
    },
  ];
}
