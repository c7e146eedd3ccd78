import { sampleDocument } from './sample.mjs';
import { won } from './sample-data.mjs';

/** A short report in English on turned pages, without optional parts. */
export function englishSample() {
  const { meta } = sampleDocument({ rows: 1 });
  return {
    meta: {
      title: 'Voucher settlement "A&S" <draft>',
      author: 'Fund office',
      subject: 'Settlement of A&S vouchers',
      keywords: [],
      number: 'FO-2026-0148',
      securityMark: 'Internal',
      language: 'en-US',
      createdAt: meta.createdAt,
      dataSha256: meta.dataSha256,
    },
    cover: {
      issuer: 'Fund office',
      asOf: '2026-06-30',
      knownAt: '2026-07-01 18:00',
      approval: [{ role: 'Prepared' }, { role: 'Approved', name: 'J. Kim' }],
    },
    blocks: [
      { kind: 'pageBreak', orientation: 'landscape' },
      { kind: 'heading', level: 2, text: 'Vouchers' },
      {
        kind: 'table',
        caption: 'Vouchers by month',
        columns: [
          { header: 'Month', rowHeader: true },
          ...Array.from({ length: 12 }, (_, at) => ({ header: `Budget line ${at + 1}`, align: 'right' })),
        ],
        rows: Array.from({ length: 60 }, (_, row) => [
          `2026-${String((row % 12) + 1).padStart(2, '0')}`,
          ...Array.from({ length: 12 }, (__, at) => won((row - 20) * (at + 1) * 12_345_678)),
        ]),
      },
      { kind: 'pageBreak', orientation: 'portrait' },
      { kind: 'heading', level: 3, text: 'Nothing skipped' },
      { kind: 'paragraph', text: 'An identifier keeps its letters: 0x3f, 3x4, a->b, Δ and ∆, Ω.' },
    ],
    options: {},
  };
}
