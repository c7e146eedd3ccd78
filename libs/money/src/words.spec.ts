import { describe, expect, it } from '@jest/globals';
import { MAX_WON, won } from './won.js';
import { amountInWords, officialAmount, receiptAmount } from './words.js';

describe('amounts are written in words, every one spelled out', () => {
  it.each([
    [0n, '영'],
    [1n, '일'],
    [10n, '일십'],
    [100n, '일백'],
    [1_001n, '일천일'],
    [10_000n, '일만'],
    [113_560n, '일십일만삼천오백육십'],
    [5_000_000n, '오백만'],
    [120_000_000n, '일억이천만'],
    [100_010_001n, '일억일만일'],
    [500_000_000n, '오억'],
    [900_000_000n, '구억'],
    [6_200_000_000n, '육십이억'],
    [80_000_000_000n, '팔백억'],
    [1_234_567_890_123n, '일조이천삼백사십오억육천칠백팔십구만일백이십삼'],
    [10_000_000_000_000_000n, '일경'],
    [MAX_WON, '구백이십이경삼천삼백칠십이조삼백육십팔억오천사백칠십칠만오천팔백칠'],
  ])('%p is %s', (amount, words) => {
    expect(amountInWords(won(amount))).toBe(words);
  });

  it('is a bug of the caller for a negative amount', () => {
    expect(() => amountInWords(won(-1))).toThrow('negative');
  });
});

describe('documents write an amount twice', () => {
  it.each([
    [113_560n, '금113,560원(금일십일만삼천오백육십원)', '일금 일십일만삼천오백육십원정'],
    [5_000_000n, '금5,000,000원(금오백만원)', '일금 오백만원정'],
    [80_000_000_000n, '금80,000,000,000원(금팔백억원)', '일금 팔백억원정'],
  ])('%p', (amount, official, receipt) => {
    expect(officialAmount(won(amount))).toBe(official);
    expect(receiptAmount(won(amount))).toBe(receipt);
  });
});
