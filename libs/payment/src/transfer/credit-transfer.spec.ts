import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import fc from 'fast-check';
import { elementsAt, elementsOf, faultsOfPain001 } from '../../../../test/support/pain-001.js';
import { creditTransferMessage } from './credit-transfer.model.js';
import type { TransferOrder } from './transfer.js';

const ORDER: TransferOrder = {
  runNumber: 'PR-2021-0007',
  releasedAt: new Date('2021-06-30T06:30:00.123Z'),
  executeOn: localDate('2021-06-30'),
  payer: { name: '연구개발특구진흥재단', businessNumber: '1234567891', bankCode: '011', account: '30112345678901', address: { street: '가정로', building: '218', postCode: '34129', town: '대전광역시 유성구', country: 'KR' } },
  transfers: [
    { lineNo: 1, payee: '(주)센서랩', businessNumber: '1248100998', address: { street: '테헤란로', building: null, postCode: '06236', town: '서울특별시 강남구', country: 'KR' }, bankCode: '004', account: '12345678901234', holder: '주식회사센서랩', amountWon: 75_000_000n, purpose: 'PT-2021-001 선급' },
    { lineNo: 2, payee: 'A & B <연구소>', businessNumber: null, address: null, bankCode: '088', account: '1101234567', holder: '김연구', amountWon: 1n, purpose: '시험분석 "수수료"' },
  ],
};

describe('a credit transfer message', () => {
  it('is what the schema of pain.001.001.09 asks for', async () => {
    expect(await faultsOfPain001(creditTransferMessage(ORDER))).toEqual([]);
  });

  it('is the same message however often it is made', () => {
    expect(creditTransferMessage(ORDER).equals(creditTransferMessage(structuredClone(ORDER)))).toBe(true);
  });

  it('says who pays whom how much, from where and under which name', async () => {
    const root = await elementsOf(creditTransferMessage(ORDER));
    const at = (...path: string[]): string[] => elementsAt(root, 'CstmrCdtTrfInitn', ...path).map(({ text }) => text);
    expect([at('GrpHdr', 'MsgId'), at('GrpHdr', 'CreDtTm'), at('GrpHdr', 'CtrlSum'), at('PmtInf', 'ReqdExctnDt', 'Dt')]).toEqual([['PR-2021-0007'], ['2021-06-30T06:30:00Z'], ['75000001'], ['2021-06-30']]);
    const address = elementsAt(root, 'CstmrCdtTrfInitn', 'PmtInf', 'Dbtr', 'PstlAdr')[0]?.children.map(({ name, text }) => [name, text]);
    expect(address).toEqual([['StrtNm', '가정로'], ['BldgNb', '218'], ['PstCd', '34129'], ['TwnNm', '대전광역시 유성구'], ['Ctry', 'KR']]);
    const transfer = (...path: string[]): string[] => at('PmtInf', 'CdtTrfTxInf', ...path);
    expect(transfer('PmtId', 'EndToEndId')).toEqual(['PR-2021-0007-0001', 'PR-2021-0007-0002']);
    expect(transfer('Cdtr', 'Nm')).toEqual(['(주)센서랩', 'A & B <연구소>']);
    expect(transfer('CdtrAcct', 'Id', 'Othr', 'Id')).toEqual(['12345678901234', '1101234567']);
    expect(transfer('CdtrAgt', 'FinInstnId', 'ClrSysMmbId', 'MmbId')).toEqual(['004', '088']);
    const places = elementsAt(root, 'CstmrCdtTrfInitn', 'PmtInf', 'CdtTrfTxInf', 'Cdtr').map(({ children }) => children.find(({ name }) => name === 'PstlAdr')?.children.map(({ name, text }) => [name, text]));
    expect(places).toEqual([[['StrtNm', '테헤란로'], ['PstCd', '06236'], ['TwnNm', '서울특별시 강남구'], ['Ctry', 'KR']], undefined]);
    expect(transfer('Cdtr', 'Id', 'OrgId', 'Othr', 'Id')).toEqual(['1248100998']);
  });

  it('keeps to the schema whatever names and purposes are like', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== '' && /[\p{L}\p{N}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(words, words, fc.bigInt({ min: 1n, max: 9_007_199_254_740_991n }), async (name, purpose, amountWon) => {
        const transfers = [{ lineNo: 1, payee: name, businessNumber: null, address: { street: purpose, building: name, postCode: '34129', town: name, country: 'KR' }, bankCode: '004', account: '1234567890', holder: name, amountWon, purpose }];
        const message = creditTransferMessage({ ...ORDER, transfers, payer: { ...ORDER.payer, name, address: { ...ORDER.payer.address, street: name, town: name } } });
        expect(await faultsOfPain001(message)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the rules that the message is held against', () => {
  const broken: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
    ['a sum that is not the sum', '<CtrlSum>75000001</CtrlSum>', '<CtrlSum>75000002</CtrlSum>'],
    ['a reference used twice', 'PR-2021-0007-0002</EndToEndId>', 'PR-2021-0007-0001</EndToEndId>'],
    ['a currency that is none', 'Ccy="KRW">1<', 'Ccy="won">1<'],
    ['an amount that is none', '>75000000</InstdAmt>', '>75,000,000</InstdAmt>'],
    ['elements out of order', /(\s*<PmtMtd>TRF<\/PmtMtd>)(\s*<BtchBookg>false<\/BtchBookg>)/, '$2$1'],
    ['a name too long', '(주)센서랩', '가'.repeat(141)],
    ['an element that the schema does not know', '<PmtMtd>', '<Whatever/><PmtMtd>'],
    ['a payer without an account', /<DbtrAcct>[\s\S]*<\/DbtrAcct>/, ''],
    ['another version', 'pain.001.001.09', 'pain.001.001.03'],
  ];
  it.each(broken)('see %s', async (_, from, to) => {
    const message = creditTransferMessage(ORDER).toString();
    const changed = message.replace(from, to);
    expect(changed).not.toBe(message);
    expect((await faultsOfPain001(Buffer.from(changed))).length).toBeGreaterThan(0);
  });
});
