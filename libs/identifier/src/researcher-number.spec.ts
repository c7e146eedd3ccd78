import { describe, expect, it } from '@jest/globals';
import { parseResearcherNumber } from './researcher-number.js';

describe('a national researcher number is eight digits', () => {
  it.each(['10123456', ' 1012-3456 ', '１０１２３４５６'])('%j is read', (text) => {
    expect(parseResearcherNumber(text)).toEqual({ ok: true, value: '10123456', warnings: [] });
  });

  it.each(['', '1012345', '101234567', '1012345A'])('%j is not one', (text) => {
    expect(parseResearcherNumber(text)).toMatchObject({ ok: false, code: 'RESEARCHER_NUMBER_FORMAT' });
  });
});
