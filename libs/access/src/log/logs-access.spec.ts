import { describe, expect, it } from '@jest/globals';
import { subjectLabel } from './logs-access.js';

describe('whose data it was', () => {
  it.each([
    [['김바람'], '김바람'],
    [['김바람', '이나래', '김바람'], '김바람, 이나래'],
    [['가', '나', '다', '라', '마'], '가, 나, 다, 라, 마'],
    [['가', '나', '다', '라', '마', '바', '사'], '가, 나, 다, 라, 마 외 2'],
  ])('%j is written as %s', (names, label) => {
    expect(subjectLabel(names)).toBe(label);
  });
});
