import { describe, expect, it } from '@jest/globals';
import { differences } from './page-comparison.js';

describe('pages that were set again', () => {
  it.each([
    ['alike', ['가', '1,000'], ['가', '1,000'], []],
    ['a changed figure', ['가', '9,000', '나'], ['가', '1,000', '나'], [['9,000', '1,000']]],
    ['a text put in', ['가', '나', '다'], ['가', '다'], [['나', null]]],
    ['a text left out', ['가', '다'], ['가', '나', '다'], [[null, '나']]],
    ['two changed figures apart from each other', ['1', '나', '3'], ['2', '나', '4'], [['1', '2'], ['3', '4']]],
    ['a text at the end', ['가'], ['가', '나'], [[null, '나']]],
    ['the marks of a copy', ['가', '사본 · auditor', '사유: 점검', '원본 SHA-256 ab'], ['가'], []],
  ])('%s', (_what, printed, made, expected) => {
    expect(differences([printed], [made]).map((each) => [each.printed, each.made])).toEqual(expected);
  });

  it('names the page, and pages too many or too few', () => {
    expect(differences([['가'], ['나']], [['가']])).toEqual([{ page: 2, printed: '나', made: null }]);
  });
});
