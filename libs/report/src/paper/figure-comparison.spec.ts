import { describe, expect, it } from '@jest/globals';
import { figureDifferences } from './figure-comparison.js';

const TEXT = '긴 글이 한 쪽의 끝에서 끊기고 다음 쪽에서 이어진다';
const SHOWN = ['약정총액', '80,000,000,000', '80,000,000,000', '41.25%', '△1,250,000원'];

describe('pages of another layout', () => {
  it.each([
    ['say what the data says, in another order and in other lines', [['41.25%', '약정', '총액 80,000,000,000'], ['△1,250,000', '원', '80,000,000,000']], []],
    ['may repeat it', [['약정총액', ...SHOWN, '80,000,000,000']], []],
    ['may count pages and sizes', [[...SHOWN, '1,234 / 2,000', '45,678바이트']], []],
    ['lack a figure', [['약정총액', '80,000,000,000', '80,000,000,000', '△1,250,000원']], [{ kind: 'MISSING', text: '41.25%', printed: 0, due: 1 }]],
    ['print it less often than the data shows it', [['약정총액', '80,000,000,000', '41.25%', '△1,250,000원']], [{ kind: 'MISSING', text: '80,000,000,000', printed: 1, due: 2 }]],
    ['have lost a sign', [['약정총액', '80,000,000,000', '80,000,000,000', '41.25%', '1,250,000원']], [{ kind: 'UNKNOWN', text: '1,250,000', page: 1 }, { kind: 'MISSING', text: '△1,250,000', printed: 0, due: 1 }]],
    ['hold an amount that the data has not', [SHOWN, ['90,000,000,000']], [{ kind: 'UNKNOWN', text: '90,000,000,000', page: 2 }]],
    ['lack a word', [SHOWN.slice(1)], [{ kind: 'MISSING', text: '약정총액', printed: 0, due: 1 }]],
  ])('%s', (_what, pages, expected) => {
    expect(figureDifferences(pages, SHOWN, '')).toEqual(expected);
  });

  it('may break a text behind the foot of a page, but not leave a part of it out', () => {
    expect(figureDifferences([['긴 글이 한 쪽의 끝에서', '1 / 2'], ['끊기고 다음 쪽에서 이어진다']], [TEXT], '')).toEqual([]);
    expect(figureDifferences([['긴 글이 한 쪽의 끝에서', '1 / 2'], ['끊기고 다음 쪽에서']], [TEXT], '')).toHaveLength(1);
    expect(figureDifferences([['긴 글이 한 쪽의', '1 / 2'], ['끊기고 다음 쪽에서 이어진다']], [TEXT], '')).toHaveLength(1);
  });

  it('may print what the file says of itself elsewhere', () => {
    expect(figureDifferences([[...SHOWN, '3,000,000']], SHOWN, '{"before":"3,000,000"}')).toEqual([]);
  });
});
