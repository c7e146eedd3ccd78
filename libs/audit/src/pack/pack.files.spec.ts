import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { localDate, startOfSeoulDay } from '#libs/calendar';
import { PolicySet } from '#libs/policy';
import type { ReportTable } from '#libs/report';
import ExcelJS from 'exceljs';
import { closeAll, open, pageTexts } from '../../../../test/pdf/read-pdf.js';
import { UNUSED } from '../question/unused.js';
import type { PackModel, PackRecord, SealedPack } from './pack.js';
import { PACK_DATA_FILE, packPdf } from './pack.pdf.js';
import { sealPack } from './pack.service.js';
import { packDraft } from './pack.view.js';
import { packXlsx } from './pack.xlsx.js';

jest.setTimeout(120_000);
afterAll(closeAll);

const FORMULA = '=HYPERLINK("http://example.test","눌러")';
const MARKS = ['사본 · auditor', '사유: 정기감사 3차'];

const UNCALLED: PackRecord[] = [
  { fund: 'FND-2024-01', partner: FORMULA, partnerIsPerson: false, committedWon: '9007199254740993', calledWon: '1', paidWon: '0', uncalledWon: '9007199254740992', overdueWon: '1' },
  { fund: 'FND-2024-01', partner: '김하늘', partnerIsPerson: true, committedWon: '100', calledWon: '40', paidWon: '40', uncalledWon: '60', overdueWon: '0' },
];
const RECOVERED: PackRecord[] = [
  { fund: 'FND-2024-01', number: 'INV-1', company: '(주)시험', exitedOn: '2025-04-15', what: '장외매각', costWon: '600000000', proceedsWon: '712345678', distributedOn: null, dayCount: null },
];

function pack(hide: boolean, generatedAt = '2026-08-01T06:30:12Z'): SealedPack {
  const [from, to] = [localDate('2024-01-01'), localDate('2026-07-31')];
  const knownBefore = new Date('2026-07-31T15:00:00Z');
  const question = { asOf: to, knownBefore, from, to, since: startOfSeoulDay(from), before: knownBefore, funds: [], years: [], calls: [], narrowed: false, limits: new PolicySet([]) };
  const draft = packDraft({ definition: UNUSED, question, answers: [UNCALLED, [], RECOVERED, [], [], [], []], scope: { ko: '시험 범위', en: 'Trial' } }, hide);
  return sealPack(draft, new Date(generatedAt));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const closeUp = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');

const tableAt = ({ sections }: PackModel, id: string): ReportTable => {
  const table = sections.find((section) => section.id === id)?.blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error(`no table in ${id}`);
  return table;
};

/** Every text that a reader of any of the three must find. */
const textsOf = ({ sections }: PackModel): string[] =>
  sections.flatMap(({ title, blocks }) => [
    title.ko,
    ...blocks.flatMap((block) => {
      if (block.kind === 'text') return [block.text.ko];
      if (block.kind === 'facts') return block.rows.flatMap(({ label, value }) => [label.ko, value]);
      return block.kind === 'table' ? [...block.columns.map(({ header }) => header.ko), ...[...block.rows.map(({ cells }) => cells), block.totals ?? {}].flatMap((cells) => Object.values(cells))] : [];
    }),
  ]);

describe('the seal of a pack', () => {
  it('is the hash of its data, and numbers it', () => {
    const { model, data } = pack(true);
    expect(model.meta.dataSha256).toBe(sha256(data));
    expect(model.meta.number).toBe(`AUD-08-20260731-${sha256(data).slice(0, 8)}`);
  });

  it('does not depend on the hour of asking, and does on what is hidden', () => {
    expect(pack(true, '2030-01-01T00:00:00Z').data.equals(pack(true).data)).toBe(true);
    expect(pack(false).model.meta.dataSha256).not.toBe(pack(true).model.meta.dataSha256);
  });
});

describe('redaction', () => {
  it('hides people and secrets and what would add up to them; organisations and public figures stay', () => {
    const { rows, totals } = tableAt(pack(true).model, 'recovered');
    expect([rows[0]?.cells['proceedsWon'], totals?.['proceedsWon'], totals?.['costWon']]).toEqual(['가림', undefined, '600,000,000']);
    expect(tableAt(pack(true).model, 'uncalled').rows.map(({ cells }) => cells['partner'])).toEqual([FORMULA, '김*늘']);
  });

  it('is gone when it is off', () => {
    const { rows, totals } = tableAt(pack(false).model, 'recovered');
    expect([rows[0]?.cells['proceedsWon'], totals?.['proceedsWon']]).toEqual(['712,345,678', '712,345,678']);
    expect(tableAt(pack(false).model, 'uncalled').rows[1]?.cells['partner']).toBe('김하늘');
  });

  it('leaves nothing in the data, the PDF or the workbook', async () => {
    const sealed = pack(true);
    const pdf = closeUp((await pageTexts(await open(await packPdf(sealed, MARKS)))).join(''));
    const book = await read(await packXlsx(sealed.model, MARKS));
    for (const secret of ['김하늘', '712,345,678', '712345678']) {
      expect([sealed.data.includes(secret), pdf.includes(secret), JSON.stringify(book).includes(secret)]).toEqual([false, false, false]);
    }
  });
});

/** Sheets by name, as rows of values, read by a second implementation. */
async function read(bytes: Buffer): Promise<Record<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []))]));
}

describe('the PDF of a pack', () => {
  let bytes: Buffer;
  let text: string;
  const sealed = pack(true);
  beforeAll(async () => {
    bytes = await packPdf(sealed, MARKS);
    text = closeUp((await pageTexts(await open(bytes))).join(''));
  });

  it('prints every text of the model, whose copy it is and why', () => {
    const { meta } = sealed.model;
    const wanted = [...textsOf(sealed.model), meta.number, meta.dataSha256, '2026. 7. 31. 24:00', ...MARKS];
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((each) => !text.includes(closeUp(each)))).toEqual([]);
  });

  it('carries the data whose hash it prints', async () => {
    const attachments = (await (await open(bytes)).getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(sha256(attachments[PACK_DATA_FILE]?.content ?? new Uint8Array())).toBe(sealed.model.meta.dataSha256);
  });

  it('has the same bytes whenever it is made', async () => {
    expect((await packPdf(pack(true, '2030-01-01T00:00:00Z'), MARKS)).equals(bytes)).toBe(true);
  });
});

describe('the workbook of a pack', () => {
  it('holds the same figures to the won, and calculates nothing', async () => {
    const book = await read(await packXlsx(pack(true).model, MARKS));
    const rows = book['요청·납입되지 않은 약정'] ?? [];
    const row = rows.find((each) => each[1] === FORMULA);
    // Above what a number holds an amount is text: nothing is rounded.
    expect(row).toEqual(['FND-2024-01', FORMULA, '9,007,199,254,740,993', 1, 0, '9,007,199,254,740,992', 1]);
    expect(JSON.stringify(rows)).not.toContain('"formula"');
    expect(rows.flat()).toContain(MARKS.join(' · '));
  });

  it('has a sheet for each section, also where there is nothing to list', async () => {
    const { model } = pack(true);
    expect(Object.keys(await read(await packXlsx(model, MARKS)))).toEqual(model.sections.map(({ title }) => title.ko.replace(/^\d+\. /, '')));
  });
});
