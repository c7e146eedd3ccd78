import { describe, expect, it } from '@jest/globals';
import { figuresBySigner, signedOutsideOfficeHours, signedWithin, type SignatureFact } from './signature.rules.js';

const HOURS = { from: 7, to: 20 };

const signature = (signer: string, at: string, changes: Partial<SignatureFact> = {}): SignatureFact => ({
  signerId: signer,
  signer,
  signedAt: new Date(`${at}+09:00`),
  method: 'PASSWORD',
  number: `APR-${at.slice(11)}`,
  title: '출자요청',
  maker: '이나래',
  amountWon: null,
  alone: false,
  ...changes,
});

describe('signing outside office hours', () => {
  it.each([
    ['2026-11-19T06:59:59.999', true, 'a minute too early'],
    ['2026-11-19T07:00:00', false, 'on the hour'],
    ['2026-11-19T19:59:59', false, 'the last minute'],
    ['2026-11-19T20:00:00', true, 'the hour after'],
    ['2026-11-20T00:30:00', true, 'at night'],
    ['2026-11-21T10:00:00', true, 'on a Saturday'],
    ['2026-11-22T10:00:00', true, 'on a Sunday'],
    ['2026-10-09T10:00:00', true, 'on Hangul Day'],
  ])('%s: %s (%s)', (at, outside) => {
    expect(signedOutsideOfficeHours(signature('박', at), HOURS)).toBe(outside);
  });
});

describe('signing in a row', () => {
  const row = [
    signature('박', '2026-11-19T10:00:00.000'),
    signature('오', '2026-11-19T10:00:01.000'),
    signature('박', '2026-11-19T10:00:02.999'),
    signature('박', '2026-11-19T10:00:05.999'),
    signature('박', '2026-11-19T10:00:06.000'),
  ];

  it('is told of those who sign again within the time, each with the signature before', () => {
    expect(signedWithin(row, 3000).map(({ signature: { signedAt }, previous, secondsAfter }) => [signedAt.toISOString().slice(17, 23), previous.signedAt.toISOString().slice(17, 23), secondsAfter])).toEqual([
      ['02.999', '00.000', '2.999'],
      ['06.000', '05.999', '0.001'],
    ]);
  });

  it('does not depend on the order in which signatures are given', () => {
    expect(signedWithin([...row].reverse(), 3000)).toEqual(signedWithin(row, 3000));
  });
});

describe('figures by signer', () => {
  it('count, and shares are truncated', () => {
    const signed = [signature('박', '2026-11-19T10:00:00', { alone: true }), signature('박', '2026-11-21T10:00:00'), signature('오', '2026-11-19T11:00:00')];
    expect(figuresBySigner(signed, HOURS)).toEqual([
      { signer: '박', signatureCount: 2n, aloneCount: 1n, offHoursCount: 1n, sharePercent: '66.66' },
      { signer: '오', signatureCount: 1n, aloneCount: 0n, offHoursCount: 0n, sharePercent: '33.33' },
    ]);
  });
});
