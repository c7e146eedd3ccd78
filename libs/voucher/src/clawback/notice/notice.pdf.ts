import { formatWon, won } from '#libs/money';
import type { Block } from '#libs/pdf';
import { recoveryNoticePdf } from '#libs/notice';
import type { Notice } from './notice.model.js';

/** The notice to the debtor of a clawback, with how its figures came about. */
export function noticePdf(notice: Notice): Promise<Buffer> {
  const { facts, contents, statute, demandedWon } = notice;
  return recoveryNoticePdf({
    ...{ title: '환수 결정 통지서', statute, number: facts.number, agency: facts.agency, debtor: facts.debtor, noticeOn: facts.noticeOn, decidedAt: facts.decidedAt },
    ...{ keywords: ['환수', '부정이익'], contents, plan: facts.plan, demandedWon, clauses: facts.clauses },
    sayings: [
      `「${statute}」에 따라 위와 같이 환수를 결정하였음을 통지합니다. 납부기한까지 납부하지 않으면 가산금이 더해집니다.`,
      '이 결정에 이의가 있으면 이 통지서를 받은 날부터 관계 법령이 정한 기간 안에 이의를 신청할 수 있습니다.',
    ],
    ...{ working: workingBlocks(notice), tables: 2 },
    data: { ...facts, decidedAt: facts.decidedAt.toISOString(), demandedWon, statute },
  });
}

/** The amounts, and the interest run by run. */
function workingBlocks({ facts, demandedWon }: Notice): Block[] {
  const figure = (amount: bigint): string => formatWon(won(amount));
  const rate = (basisPoints: number): string => `연 ${Math.floor(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}%`;
  const right = (header: string) => ({ header, align: 'right' as const });
  return [
    {
      kind: 'table',
      caption: '[표 1] 금액',
      unit: '원',
      columns: [{ header: '구분', rowHeader: true }, right('금액'), { header: '근거' }],
      rows: [
        ['부정이익', figure(facts.principalWon), '지급된 정부지원금'],
        ['이자', figure(facts.interestWon), facts.interest.length === 0 ? '이자 없음' : '아래 [표 2]'],
        ['제재부가금', figure(facts.penaltyWon), facts.penaltyClause],
        ...(facts.droppedWon === 0n ? [] : [['끝수(버림)', `△${figure(facts.droppedWon)}`, '국고금 관리법 제47조']]),
      ],
      footer: ['납부할 금액', figure(demandedWon), ''],
    },
    ...(facts.interest.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: '[표 2] 이자: 부정이익 × 이자율 × 개월 ÷ 12',
            unit: '원',
            columns: [{ header: '부터', rowHeader: true }, right('개월'), right('이자율'), right('이자'), { header: '근거' }],
            rows: facts.interest.map((run) => [`${run.from.slice(0, 4)}. ${Number(run.from.slice(5, 7))}월`, `${run.months}`, rate(run.rateBasisPoints), figure(run.interestWon), run.clause]),
            notes: ['부정행위가 있은 달부터 통지한 달의 전달까지 셉니다.'],
          },
        ]),
  ];
}
