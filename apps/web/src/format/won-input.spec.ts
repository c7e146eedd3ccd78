import { describe, expect, it } from '@jest/globals';
import { parseWonInput, regroupWhileTyping } from './won-input.js';

describe('amounts as they are typed', () => {
  it.each([
    ['5500000000', 5_500_000_000n],
    ['5,500,000,000', 5_500_000_000n],
    ['5,500,000,000원', 5_500_000_000n],
    ['₩ 5 500 000 000', 5_500_000_000n],
    ['５，５００，０００，０００', 5_500_000_000n],
    ['55억', 5_500_000_000n],
    ['55억원', 5_500_000_000n],
    ['5.5십억', 5_500_000_000n],
    ['5.5억', 550_000_000n],
    ['1억 2,000만원', 120_000_000n],
    ['1억2천3백만', 123_000_000n],
    ['3백만', 3_000_000n],
    ['300백만원', 300_000_000n],
    ['천만원', 10_000_000n],
    ['12억 3,456', 1_200_003_456n],
    ['1조 5억', 1_000_500_000_000n],
    ['2천', 2_000n],
    ['5500000000.00', 5_500_000_000n],
    ['0', 0n],
  ])('%s is %s', (text, amount) => {
    expect(parseWonInput(text)).toEqual({ ok: true, amount });
  });

  it.each([['', 'nothing'], ['억', 'a unit alone'], ['5만억', 'units that climb'], ['1억 2억', 'a unit twice'], ['1.5', 'half a won'], ['0.000000001억', 'a tenth of a won'], ['-5억', 'a negative'], ['five', 'words'], ['1e9', 'an exponent'], ['10000조', 'too much'], ['#REF!', 'an Excel error']])(
    '%s is refused: %s',
    (text) => {
      expect(parseWonInput(text)).toEqual({ ok: false });
    },
  );
});

describe('separators while typing', () => {
  it.each([
    ['1234', 4, '1,234', 5],
    ['12345', 2, '12,345', 2],
    ['1,2345', 6, '12,345', 6],
    ['123456', 0, '123,456', 0],
    ['1,234,567', 1, '1,234,567', 1],
    ['007', 3, '7', 1],
    ['55억', 3, '55억', 3],
    ['', 0, '', 0],
  ])('%s with the caret at %s becomes %s, caret at %s', (text, caret, shown, place) => {
    expect(regroupWhileTyping(text, caret)).toEqual({ text: shown, caret: place });
  });
});
