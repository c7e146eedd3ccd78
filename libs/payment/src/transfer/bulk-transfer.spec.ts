import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { encodeCp949 } from '#libs/sheet';
import fc from 'fast-check';
import { BULK_LAYOUT } from './bulk-layout.data.js';
import { bulkTransferFile, cutToBytes } from './bulk-transfer.js';
import type { Transfer, TransferOrder } from './transfer.js';

const transfer = (lineNo: number, changes: Partial<Transfer> = {}): Transfer => ({
  ...{ lineNo, payee: '(주)센서랩', businessNumber: '1248100998', address: null, bankCode: '004', account: '12345678901234', holder: '주식회사센서랩', amountWon: 75_000_000n, purpose: 'PT-2021-001 선급' },
  ...changes,
});

const ORDER: TransferOrder = {
  runNumber: 'PR-2021-0007',
  releasedAt: new Date('2021-06-30T06:30:00Z'),
  executeOn: localDate('2021-06-30'),
  payer: { name: '연구개발특구진흥재단', businessNumber: '1234567891', bankCode: '011', account: '30112345678901', address: { street: '가정로', building: '218', postCode: '34129', town: '대전광역시 유성구', country: 'KR' } },
  transfers: [
    transfer(1),
    transfer(2, { bankCode: '090', account: '3333012345678', holder: '똠방각하펲시콜라햏자연구소', amountWon: 1n, purpose: '시험분석수수료지급(2021-06)', businessNumber: null }),
    transfer(3, { bankCode: '088', account: '110123456789', holder: 'ABC연구개발주식회사부설연구소', amountWon: 9_007_199_254_740n, purpose: '잔금' }),
  ],
};

describe('the bulk transfer file', () => {
  it('is byte for byte the golden sample, which was written by another encoder', () => {
    expect(bulkTransferFile(ORDER).equals(readFileSync('test/fixtures/bulk-transfer.cp949.txt'))).toBe(true);
  });

  it('has records of one length, each ended by CR LF', () => {
    const file = bulkTransferFile(ORDER);
    const records = file.toString('latin1').split('\r\n');
    expect(records.pop()).toBe('');
    expect(records.map((record) => [record[0], record.length])).toEqual([['H', 120], ['D', 120], ['D', 120], ['D', 120], ['T', 120]]);
  });

  it('states its columns in widths that fill no more than a record', () => {
    for (const columns of [BULK_LAYOUT.header, BULK_LAYOUT.transfer, BULK_LAYOUT.trailer]) {
      expect(columns.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BULK_LAYOUT.recordBytes);
    }
  });

  it('refuses an amount that does not fit rather than to cut it', () => {
    expect(() => bulkTransferFile({ ...ORDER, transfers: [transfer(1, { amountWon: 10_000_000_000_000n })] })).toThrow('이체금액');
  });
});

describe('a name cut to bytes', () => {
  it.each([
    ['주식회사센서랩', 20, '주식회사센서랩'],
    ['똠방각하펲시콜라햏자연구소', 20, '똠방각하펲시콜라햏자'],
    ['ABC연구개발주식회사부설연구소', 20, 'ABC연구개발주식회사'],
    ['가나다', 5, '가나'],
    ['가A나', 3, '가A'],
    ['', 5, ''],
  ])('%s in %i bytes is %s', (name, bytes, cut) => {
    expect(cutToBytes(name, bytes).equals(encodeCp949(cut))).toBe(true);
  });

  it('never ends in half a syllable, and never takes more than there is', () => {
    const names = fc.string({ unit: fc.oneof(fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)), fc.constantFrom('A', 'z', '0', '(', ' ')), maxLength: 40 });
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 40 }), (name, bytes) => {
        const cut = cutToBytes(name, bytes);
        expect(cut.length).toBeLessThanOrEqual(bytes);
        const letters = [...name];
        const beginnings = Array.from({ length: letters.length + 1 }, (_, count) => encodeCp949(letters.slice(0, count).join('')));
        expect(beginnings.filter((beginning) => beginning.length <= bytes).at(-1)?.equals(cut)).toBe(true);
      }),
    );
  });
});
