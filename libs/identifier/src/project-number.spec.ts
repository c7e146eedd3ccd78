import { describe, expect, it } from '@jest/globals';
import { classifyProjectNumber } from './project-number.js';

describe('a project number is classified and never refused', () => {
  it.each([
    ['1711012345', 'ntis', '1711012345'],
    ['RS-2024-00123456', 'iris', 'RS-2024-00123456'],
    ['rs-2025-kh123456 ', 'iris', 'RS-2025-KH123456'],
    ['ＲＳ‐２０２４‐００１２３４５６', 'iris', 'RS-2024-00123456'],
    ['2021R1A2C1234567', 'nrf', '2021R1A2C1234567'],
    ['2021R1A6A1A03012345', 'nrf', '2021R1A6A1A03012345'],
    ['AS-2021-0001', 'own', 'AS-2021-0001'],
    ['FND-2021-01', 'own', 'FND-2021-01'],
    ['과제  제12호', 'unknown', '과제 제12호'],
    ['RS-2024-1', 'unknown', 'RS-2024-1'],
    ['', 'unknown', ''],
  ])('%j is %s: %j', (raw, scheme, normalised) => {
    expect(classifyProjectNumber(raw)).toEqual({ raw, scheme, normalised });
  });
});
