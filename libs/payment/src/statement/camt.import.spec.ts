import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { readCamt } from './camt.import.js';

const today = localDate('2024-06-30');
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
const balance = (code: string, amount: string): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="KRW">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
const entry = (amount: string, direction: string, more = '', currency = 'KRW'): string =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-06-03</Dt></BookgDt>${more}</Ntry>`;
const detail = '<NtryDtls><TxDtls><Refs><EndToEndId>PR-2024-0001-0001</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>보낸이</Nm></Pty></Dbtr><Cdtr><Pty><Nm>받는이</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>협약금</Ustrd></RmtInf></TxDtls></NtryDtls>';
const message = (body: string, before = ''): string => `<?xml version="1.0" encoding="UTF-8"?>${before}<Document xmlns="${NAMESPACE}"><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>301-0147-0000-21</Id></Othr></Id></Acct>${body}</Stmt></BkToCstmrStmt></Document>`;
const codeOf = async (content: string): Promise<string> => readCamt(content, today).then(() => 'read', (error: unknown) => (error instanceof DomainError ? (error.faults[0]?.code ?? error.code) : 'not a domain error'));

describe('a statement in ISO 20022', () => {
  it('gives every booked entry with the balance behind it', async () => {
    const statement = await readCamt(message(balance('OPBD', '1000') + entry('300', 'DBIT', detail) + entry('50', 'CRDT', detail) + balance('CLBD', '750')), today);
    expect(statement.lines.map(({ amountWon, balanceWon, counterparty, memo, reference }) => [String(amountWon), String(balanceWon), counterparty, memo, reference])).toEqual([
      ['-300', '700', '받는이', '협약금', 'PR-2024-0001-0001'],
      ['50', '750', '보낸이', '협약금', 'PR-2024-0001-0001'],
    ]);
    expect([statement.openingWon, statement.closingWon, statement.accountNumber]).toEqual([1000n, 750n, '3010147000021']);
  });

  it.each(['001.02', '001.04', '001.08', '001.13'])('reads camt.053.%s, whatever prefix its elements have', async (version) => {
    const old = version === '001.02';
    const body = entry('300', 'DBIT', old ? detail.replaceAll('<Pty>', '').replaceAll('</Pty>', '') : detail).replace('<Sts><Cd>BOOK</Cd></Sts>', old ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>');
    const plain = message(body).replace(NAMESPACE, `urn:iso:std:iso:20022:tech:xsd:camt.053.${version}`);
    const prefixed = plain.replaceAll(/<(\/?)([A-Z])/gu, '<$1camt:$2').replace('xmlns=', 'xmlns:camt=');
    const [one, other] = [await readCamt(plain, today), await readCamt(prefixed, today)];
    expect([one.lines.length, one.lines[0]?.counterparty]).toEqual([1, '받는이']);
    expect(other.lines).toEqual(one.lines);
  });

  it('knows a reversal, and leaves out what is only pending', async () => {
    const { lines } = await readCamt(message(entry('300', 'DBIT', '<RvslInd>true</RvslInd>') + entry('9', 'CRDT').replace('BOOK', 'PDNG')), today);
    expect(lines.map(({ amountWon, isReversal }) => [String(amountWon), isReversal])).toEqual([['-300', true]]);
  });

  it.each([
    ['another currency', entry('300', 'CRDT', '', 'USD'), 'AMOUNT_INVALID'],
    ['a fraction of a won', entry('300.5', 'CRDT'), 'AMOUNT_INVALID'],
    ['no direction', entry('300', 'BOTH'), 'DIRECTION_MISSING'],
    ['a day that is none', entry('300', 'CRDT').replace('2024-06-03', '2024-06-31'), 'DATE_INVALID'],
    ['a day to come', entry('300', 'CRDT').replace('2024-06-03', '2024-07-01'), 'DATE_IN_FUTURE'],
  ])('refuses an entry with %s and keeps the others', async (_, wrong, code) => {
    const { lines, refused } = await readCamt(message(wrong + entry('5', 'CRDT')), today);
    expect([lines.length, refused.map((each) => [each.rowNo, each.code])]).toEqual([1, [[1, code]]]);
  });

  it.each([
    ['an entity of its own', message(entry('300', 'CRDT'), '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'bank-statement.not-xml'],
    ['entities that multiply', message(entry('300', 'CRDT'), '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>').replace('협약금', '&b;'), 'bank-statement.not-xml'],
    ['no end', message(entry('300', 'CRDT')).slice(0, -12), 'bank-statement.not-xml'],
    ['no statement', '<Document/>', 'bank-statement.not-one-statement'],
    ['two statements', message(entry('300', 'CRDT')).replace('</Stmt>', '</Stmt><Stmt/>'), 'bank-statement.not-one-statement'],
    ['a balance in dollars', message(balance('OPBD', '1').replace('KRW', 'USD')), 'bank-statement.not-won'],
  ])('refuses a message with %s', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });
});
