import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import { canonicalHash, canonicalJson } from '#libs/command';
import { formatWon, won } from '#libs/money';
import { renderDocument, type Block } from '#libs/pdf';
import type { Instalment } from '#libs/recovery';

/** A demand for public money, or what was found before it, in its final words. */
export interface RecoveryNotice {
  readonly title: string;
  /** The statute under which it is demanded, by its name. */
  readonly statute: string;
  readonly number: string;
  readonly agency: string;
  readonly debtor: string;
  readonly noticeOn: LocalDate;
  readonly decidedAt: Date;
  readonly keywords: readonly string[];
  /** What the statute wants on the first page, label and value. */
  readonly contents: readonly (readonly [label: string, value: string])[];
  /** What it says to the debtor. */
  readonly sayings: readonly string[];
  /** How the figures came about, under the heading of the working. */
  readonly working: readonly Block[];
  /** Number of the last table of the working. */
  readonly tables: number;
  /** Empty where nothing is demanded yet, or nothing at all. */
  readonly plan: readonly Instalment[];
  readonly demandedWon: bigint;
  readonly clauses: readonly string[];
  /** The same figures for machines, attached. */
  readonly data: unknown;
}

/** The notice as PDF/A-3a: what the statute wants on the first page, how the figures came about on the second, the data inside. */
export function recoveryNoticePdf(notice: RecoveryNotice): Promise<Buffer> {
  const { title, agency, number, debtor, decidedAt, data } = notice;
  const meta = {
    ...{ title, author: agency, subject: `${number} ${debtor}`, keywords: [...notice.keywords, number], number, securityMark: '대외비', language: 'ko-KR' as const },
    ...{ createdAt: decidedAt, dataSha256: canonicalHash(data), footerNote: agency },
  };
  const day = formatOfficialDate(notice.noticeOn);
  const cover = { issuer: agency, series: notice.statute, asOf: day, knownAt: day, facts: notice.contents, notices: [...notice.sayings] };
  const attachment = { name: `${number}.json`, mediaType: 'application/json', description: '통지서의 금액과 산출 내역', bytes: Buffer.from(canonicalJson(data)), relationship: 'Data' as const };
  return renderDocument(meta, cover, blocksOf(notice), { attachments: [attachment] });
}

function blocksOf({ working, tables, plan, demandedWon, clauses }: RecoveryNotice): Block[] {
  const sections: readonly (readonly [id: string, title: string, blocks: readonly Block[]])[] = [
    ['working', '산출 내역', working],
    ...(plan.length === 0 ? [] : [['plan', '납부 계획', [planTable(plan, demandedWon, tables + 1)]] as const]),
    ['clauses', '적용 법조', [{ kind: 'list', items: [...clauses] }]],
    ['attachments', '첨부 자료', [{ kind: 'attachments' }]],
  ];
  return sections.flatMap(([id, title, blocks], index): Block[] => [{ kind: 'heading', level: 2, text: `${index + 1}. ${title}`, id }, ...blocks]);
}

function planTable(plan: readonly Instalment[], demandedWon: bigint, number: number): Block {
  return {
    kind: 'table',
    caption: `[표 ${number}] 납부할 날과 금액`,
    unit: '원',
    columns: [{ header: '회차', rowHeader: true }, { header: '납부기한' }, { header: '금액', align: 'right' }],
    rows: plan.map(({ dueOn, amountWon }, index) => [`${index + 1}`, formatOfficialDate(dueOn), formatWon(amountWon)]),
    footer: ['합계', '', formatWon(won(demandedWon))],
  };
}
